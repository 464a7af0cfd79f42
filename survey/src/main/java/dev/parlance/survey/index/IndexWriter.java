package dev.parlance.survey.index;

import dev.parlance.survey.state.SessionState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds, replaces and removes the rows of people. Not thread-safe; the snapshots are immutable. */
final class IndexWriter {
    /** More would take much memory at a time: an open chunk is not packed. */
    private static final int MOST_OPEN = 16;

    private final Schema schema;
    private final RowReader reader;
    private final RowTable table = new RowTable();
    private final List<Chunk> chunks = new ArrayList<>();
    private final SortedMap<Integer, ChunkEditor> open = new TreeMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private int rows;
    private int people;

    IndexWriter(Schema schema) {
        this.schema = schema;
        this.reader = new RowReader(schema);
    }

    /**
     * Replaces everything about a person.
     *
     * @param person the id of the person's document
     * @param runs the person's runs, the last one at the end
     * @param stamp the stamp of the person's document
     */
    void put(String person, List<SessionState> runs, int stamp) {
        SessionState last = runs.get(runs.size() - 1);
        byte[] id = bytes(person);
        Deque<Integer> before = new ArrayDeque<>();
        Arrays.stream(rows(id)).forEach(before::add);
        people += before.isEmpty() ? 1 : 0;
        for (SessionState run : runs) {
            int place = before.isEmpty() ? added(id) : before.removeFirst();
            write(place, reader.row(person, run, stamp, run.run() == last.run()));
        }
        before.forEach(row -> remove(id, row));
    }

    private int added(byte[] id) {
        int row = free.isEmpty() ? rows++ : free.removeFirst();
        table.add(Arrays.hashCode(id), row);
        return row;
    }

    /** Removes everything about a person. */
    void remove(String person) {
        byte[] id = bytes(person);
        int[] found = rows(id);
        people -= found.length == 0 ? 0 : 1;
        for (int row : found) {
            remove(id, row);
        }
    }

    private void remove(byte[] id, int row) {
        table.remove(Arrays.hashCode(id), row);
        editor(row).clear(row % Chunk.SIZE);
        free.add(row);
    }

    /** Whether a person's document had this stamp when it was read. */
    boolean hasStamp(String person, int stamp) {
        int[] found = rows(bytes(person));
        return found.length > 0 && code(Field.STAMP, found[0]) == stamp;
    }

    /** Begins to note who stays. */
    Retained retain() {
        return new Retained();
    }

    /** The people who stay. */
    final class Retained {
        private final BitSet kept = new BitSet(rows);

        void add(String person) {
            Arrays.stream(rows(bytes(person))).forEach(kept::set);
        }

        /** Removes everybody else. */
        void removeOthers() {
            for (int row = 0; row < rows; row++) {
                if (!kept.get(row) && code(Field.RUN, row) > 0) {
                    IndexWriter.this.remove(id(row));
                }
            }
        }
    }

    private String id(int row) {
        ChunkEditor editor = open.get(row / Chunk.SIZE);
        return editor == null ? chunks.get(row / Chunk.SIZE).id(row % Chunk.SIZE) : editor.id(row % Chunk.SIZE);
    }

    /** How many people have rows. */
    int people() {
        return people;
    }

    private int[] rows(byte[] id) {
        return table.find(Arrays.hashCode(id), row -> hasId(row, id));
    }

    private boolean hasId(int row, byte[] id) {
        ChunkEditor editor = open.get(row / Chunk.SIZE);
        return editor == null
                ? chunks.get(row / Chunk.SIZE).hasId(row % Chunk.SIZE, id)
                : editor.hasId(row % Chunk.SIZE, id);
    }

    private int code(Field field, int row) {
        ChunkEditor editor = open.get(row / Chunk.SIZE);
        return editor == null
                ? chunks.get(row / Chunk.SIZE).code(field, row % Chunk.SIZE)
                : editor.code(field, row % Chunk.SIZE);
    }

    private void write(int row, Row content) {
        editor(row).set(row % Chunk.SIZE, content);
    }

    private ChunkEditor editor(int row) {
        int chunk = row / Chunk.SIZE;
        if (!open.containsKey(chunk) && open.size() == MOST_OPEN) {
            close();
        }
        return open.computeIfAbsent(
                chunk, any -> new ChunkEditor(chunk < chunks.size() ? chunks.get(chunk) : Chunk.EMPTY));
    }

    private void close() {
        open.forEach((place, editor) -> {
            Chunk chunk = editor.chunk();
            if (place < chunks.size()) {
                chunks.set(place, chunk);
            } else {
                chunks.add(chunk);
            }
        });
        open.clear();
    }

    private static byte[] bytes(String id) {
        return id.getBytes(StandardCharsets.UTF_8);
    }

    /** Everything so far. */
    Snapshot snapshot() {
        close();
        return new Snapshot(chunks, schema);
    }

    /** About how much memory the rows take. */
    long bytes() {
        return chunks.stream().mapToLong(Chunk::bytes).sum() + table.bytes();
    }
}
