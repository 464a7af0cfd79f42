package dev.parlance.survey.analysis;

import dev.parlance.survey.index.Chunk;
import dev.parlance.survey.index.Field;
import dev.parlance.survey.index.SessionLoader;
import dev.parlance.survey.index.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The rows whose people replied last. Not thread-safe. */
final class NewestRows implements Selection.Action {
    private static final Comparator<Row> OLDEST_FIRST =
            Comparator.comparingInt(Row::lastReply).thenComparing(Row::person, Comparator.reverseOrder());

    private final int limit;
    private final PriorityQueue<Row> oldestFirst = new PriorityQueue<>(OLDEST_FIRST);
    private final int[] lastReply = new int[Snapshot.CHUNK_ROWS];

    private record Row(int lastReply, String person, int run) {}

    NewestRows(int limit) {
        this.limit = limit;
    }

    @Override
    public void accept(Chunk chunk, int[] rows) {
        chunk.read(Field.LAST_REPLY, lastReply);
        for (int row : rows) {
            if (limit > 0 && lastReply[row] > 0 && isNewer(chunk, row)) {
                oldestFirst.add(new Row(lastReply[row], chunk.id(row), chunk.code(Field.RUN, row)));
                if (oldestFirst.size() > limit) {
                    oldestFirst.remove();
                }
            }
        }
    }

    /** Of people who replied in the same second, the first ones in order count as newer. */
    private boolean isNewer(Chunk chunk, int row) {
        if (oldestFirst.size() < limit) {
            return true;
        }
        Row oldest = oldestFirst.element();
        return lastReply[row] > oldest.lastReply()
                || (lastReply[row] == oldest.lastReply() && chunk.id(row).compareTo(oldest.person()) < 0);
    }

    /** The runs, the newest first. */
    List<SessionLoader.Run> newestFirst() {
        List<Row> rows = new ArrayList<>(oldestFirst);
        rows.sort(OLDEST_FIRST.reversed());
        return rows.stream()
                .map(row -> new SessionLoader.Run(row.person(), row.run()))
                .toList();
    }
}
