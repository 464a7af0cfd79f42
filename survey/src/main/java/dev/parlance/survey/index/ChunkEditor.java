package dev.parlance.survey.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Changes the rows of a chunk, and makes a new one. Not thread-safe. */
final class ChunkEditor {
    private static final int[] NO_REPLIES = {};

    private final byte[][] ids = new byte[Chunk.SIZE][];
    private final int[][] missed = new int[Chunk.SIZE][];
    private int[][] columns;
    private int rows;

    ChunkEditor(Chunk chunk) {
        this.rows = chunk.rows();
        this.columns = new int[chunk.columnCount()][Chunk.SIZE];
        for (int i = 0; i < columns.length; i++) {
            chunk.read(i, columns[i]);
        }
        for (int row = 0; row < rows; row++) {
            ids[row] = chunk.id(row).getBytes(StandardCharsets.UTF_8);
            missed[row] = NO_REPLIES;
        }
        for (int i = 0; i < chunk.missedRows().length; i++) {
            add(chunk.missedRows()[i], chunk.missedReplies()[i]);
        }
    }

    private void add(int row, int reply) {
        int[] more = Arrays.copyOf(missed[row], missed[row].length + 1);
        more[more.length - 1] = reply;
        missed[row] = more;
    }

    /** Replaces a row, or adds the next one. */
    void set(int row, Row content) {
        int[] codes = content.codes();
        if (codes.length > columns.length) {
            int before = columns.length;
            columns = Arrays.copyOf(columns, codes.length);
            for (int i = before; i < columns.length; i++) {
                columns[i] = new int[Chunk.SIZE];
            }
        }
        for (int i = 0; i < columns.length; i++) {
            columns[i][row] = i < codes.length ? codes[i] : 0;
        }
        ids[row] = content.id().getBytes(StandardCharsets.UTF_8);
        missed[row] = content.missed();
        rows = Math.max(rows, row + 1);
    }

    boolean hasId(int row, byte[] id) {
        return Arrays.equals(ids[row], id);
    }

    String id(int row) {
        return new String(ids[row], StandardCharsets.UTF_8);
    }

    int code(Field field, int row) {
        return field.column() < columns.length ? columns[field.column()][row] : 0;
    }

    /** Empties a row. */
    void clear(int row) {
        set(row, new Row(""));
    }

    Chunk chunk() {
        int[] idEnds = new int[rows];
        int[] missedRows = new int[Chunk.SIZE];
        int[] missedReplies = new int[Chunk.SIZE];
        int length = 0;
        int replies = 0;
        for (int row = 0; row < rows; row++) {
            length += ids[row].length;
            idEnds[row] = length;
            for (int reply : missed[row]) {
                if (replies == missedRows.length) {
                    missedRows = Arrays.copyOf(missedRows, 2 * replies);
                    missedReplies = Arrays.copyOf(missedReplies, 2 * replies);
                }
                missedRows[replies] = row;
                missedReplies[replies] = reply;
                replies++;
            }
        }
        return new Chunk(
                rows,
                joined(length),
                idEnds,
                packed(),
                Arrays.copyOf(missedRows, replies),
                Arrays.copyOf(missedReplies, replies));
    }

    private byte[] joined(int length) {
        byte[] all = new byte[length];
        int end = 0;
        for (int row = 0; row < rows; row++) {
            System.arraycopy(ids[row], 0, all, end, ids[row].length);
            end += ids[row].length;
        }
        return all;
    }

    private Codes[] packed() {
        Codes[] packed = new Codes[columns.length];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = Codes.of(columns[i], rows);
        }
        return packed;
    }
}
