package dev.parlance.survey.index;

import java.util.Arrays;

/** One run of a person: the codes of its columns, and the replies that were not understood. */
final class Row {
    private static final int[] NO_REPLIES = {};

    private final String id;
    private int[] codes = new int[Field.COUNT];
    private int[] missed = NO_REPLIES;

    Row(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    void set(Field field, int code) {
        codes[field.column()] = code;
    }

    void set(int column, int code) {
        if (column >= codes.length) {
            codes = Arrays.copyOf(codes, Math.max(column + 1, 2 * codes.length));
        }
        codes[column] = code;
    }

    void addMissed(int reply) {
        missed = Arrays.copyOf(missed, missed.length + 1);
        missed[missed.length - 1] = reply;
    }

    /** The codes of the first columns; the others are 0. */
    int[] codes() {
        return codes;
    }

    /** The numbers of the replies that were not understood. */
    int[] missed() {
        return missed;
    }
}
