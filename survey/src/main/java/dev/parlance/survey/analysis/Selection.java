package dev.parlance.survey.analysis;

import dev.parlance.survey.index.Chunk;
import dev.parlance.survey.index.Field;
import dev.parlance.survey.index.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** Rows of a snapshot: for each chunk, the numbers of those that are selected. Immutable. */
final class Selection {
    private final Snapshot snapshot;
    private final List<int[]> rows;

    private Selection(Snapshot snapshot, List<int[]> rows) {
        this.snapshot = snapshot;
        this.rows = rows;
    }

    /** Receives the selected rows of a chunk. */
    interface Action {
        void accept(Chunk chunk, int[] rows);
    }

    /** Selects some of the rows that were selected so far. */
    interface Narrowing {
        int[] narrow(Chunk chunk, int[] rows);
    }

    /** All rows that are not empty, narrowed in turn. */
    static Selection of(Snapshot snapshot, List<? extends Narrowing> tests) {
        Narrowing isUsed = byCode(Field.RUN.column(), run -> run > 0);
        List<int[]> rows = new ArrayList<>();
        for (Chunk chunk : snapshot.chunks()) {
            int[] selected = isUsed.narrow(chunk, all(chunk.rows()));
            for (Narrowing test : tests) {
                selected = test.narrow(chunk, selected);
            }
            rows.add(selected);
        }
        return new Selection(snapshot, rows);
    }

    private static int[] all(int count) {
        int[] rows = new int[count];
        Arrays.setAll(rows, row -> row);
        return rows;
    }

    /** Selects rows by their code in a column. */
    static Narrowing byCode(int column, IntPredicate accepts) {
        return (chunk, rows) -> {
            if (chunk.isConstant(column)) {
                return rows.length > 0 && accepts.test(chunk.code(column, 0)) ? rows : new int[0];
            }
            int[] codes = new int[Snapshot.CHUNK_ROWS];
            chunk.read(column, codes);
            return where(rows, row -> accepts.test(codes[row]));
        };
    }

    /** Those of the rows that the predicate accepts. */
    static int[] where(int[] rows, IntPredicate accepts) {
        int[] selected = new int[rows.length];
        int count = 0;
        for (int row : rows) {
            if (accepts.test(row)) {
                selected[count] = row;
                count++;
            }
        }
        return count == rows.length ? rows : Arrays.copyOf(selected, count);
    }

    Snapshot snapshot() {
        return snapshot;
    }

    int size() {
        return rows.stream().mapToInt(selected -> selected.length).sum();
    }

    /** Visits the chunks that have selected rows. */
    void forEach(Action action) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).length > 0) {
                action.accept(snapshot.chunks().get(i), rows.get(i));
            }
        }
    }

    /** A part of this selection. */
    Selection narrowed(Narrowing test) {
        List<int[]> some = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            some.add(test.narrow(snapshot.chunks().get(i), rows.get(i)));
        }
        return new Selection(snapshot, some);
    }
}
