package dev.parlance.survey.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Up to 1,024 rows, column by column. Immutable. */
public final class Chunk {
    static final int SIZE = 1_024;
    static final Chunk EMPTY = new Chunk(0, new byte[0], new int[0], new Codes[0], new int[0], new int[0]);

    private final int rows;
    private final byte[] ids;
    private final int[] idEnds;
    private final Codes[] columns;
    private final int[] missedRows;
    private final int[] missedReplies;

    /**
     * A chunk of these columns, which it does not copy.
     *
     * @param ids the ids one after the other
     * @param idEnds where each id ends
     * @param missedRows the row of each reply that was not understood, in order
     * @param missedReplies the number of each such reply
     */
    Chunk(int rows, byte[] ids, int[] idEnds, Codes[] columns, int[] missedRows, int[] missedReplies) {
        this.rows = rows;
        this.ids = ids;
        this.idEnds = idEnds;
        this.columns = columns;
        this.missedRows = missedRows;
        this.missedReplies = missedReplies;
    }

    /** How many rows there are, including empty ones. */
    public int rows() {
        return rows;
    }

    int columnCount() {
        return columns.length;
    }

    private Codes column(int column) {
        return column < columns.length ? columns[column] : Codes.ZEROS;
    }

    /** Whether all rows have the same code in a column. */
    public boolean isConstant(int column) {
        return column(column).isConstant();
    }

    /** The code in a column of a row. */
    public int code(int column, int row) {
        return column(column).at(row);
    }

    /** The code in a column of a row. */
    public int code(Field field, int row) {
        return code(field.column(), row);
    }

    /** Writes a column into an array of {@link Snapshot#CHUNK_ROWS} codes. */
    public void read(int column, int[] codes) {
        column(column).unpack(codes, rows);
    }

    /** Writes a column into an array of {@link Snapshot#CHUNK_ROWS} codes. */
    public void read(Field field, int[] codes) {
        read(field.column(), codes);
    }

    /** The id of a row; empty if the row is empty. */
    public String id(int row) {
        int start = row == 0 ? 0 : idEnds[row - 1];
        return new String(ids, start, idEnds[row] - start, StandardCharsets.UTF_8);
    }

    boolean hasId(int row, byte[] id) {
        int start = row == 0 ? 0 : idEnds[row - 1];
        return Arrays.equals(ids, start, idEnds[row], id, 0, id.length);
    }

    /** The rows that have replies that were not understood, once for each. */
    public int[] missedRows() {
        return missedRows;
    }

    /** For each of {@link #missedRows}, the number of the reply. */
    public int[] missedReplies() {
        return missedReplies;
    }

    /** About how much memory it takes. */
    long bytes() {
        long bytes = ids.length + Integer.BYTES * (long) (idEnds.length + 2 * missedRows.length);
        for (Codes column : columns) {
            bytes += (column == Codes.ZEROS ? 0 : 48 + column.bytes()) + Integer.BYTES;
        }
        return bytes;
    }
}
