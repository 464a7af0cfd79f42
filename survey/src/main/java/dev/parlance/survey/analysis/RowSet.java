package dev.parlance.survey.analysis;

import dev.parlance.survey.index.Snapshot;

/** A set of rows of a chunk. Not thread-safe. */
final class RowSet {
    private final long[] words = new long[Snapshot.CHUNK_ROWS / Long.SIZE];

    void add(int row) {
        words[row / Long.SIZE] |= 1L << row % Long.SIZE;
    }

    void addAll(RowSet other) {
        for (int i = 0; i < words.length; i++) {
            words[i] |= other.words[i];
        }
    }

    /** How many rows are in both sets. */
    int countWith(RowSet other) {
        int count = 0;
        for (int i = 0; i < words.length; i++) {
            count += Long.bitCount(words[i] & other.words[i]);
        }
        return count;
    }
}
