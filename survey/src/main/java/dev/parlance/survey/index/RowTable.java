package dev.parlance.survey.index;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Finds rows by the hash of their id. Takes 16 to 32 bytes a row, because at least half of the places are free. The rows themselves decide which of
 * those found has the id. Not thread-safe.
 */
final class RowTable {
    private static final int FREE = 0;
    private static final int DELETED = -1;
    private static final int FIRST_SIZE = 64;

    /** The number of a row plus 1. */
    private int[] rows = new int[FIRST_SIZE];
    /** The hash of each place's row, so that growing does not read ids. */
    private int[] hashes = new int[FIRST_SIZE];

    private int used;

    void add(int hash, int row) {
        if (2 * (used + 1) > rows.length) {
            grow();
        }
        int place = first(hash);
        while (rows[place] > 0) {
            place = next(place);
        }
        used += rows[place] == FREE ? 1 : 0;
        rows[place] = row + 1;
        hashes[place] = hash;
    }

    private int first(int hash) {
        // Hashes of phone numbers differ in few bits.
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ mixed >>> 16) & rows.length - 1;
    }

    private int next(int place) {
        return place + 1 & rows.length - 1;
    }

    private void grow() {
        int[] before = rows;
        int[] hashesBefore = hashes;
        rows = new int[2 * before.length];
        hashes = new int[2 * before.length];
        used = 0;
        for (int i = 0; i < before.length; i++) {
            if (before[i] > 0) {
                add(hashesBefore[i], before[i] - 1);
            }
        }
    }

    /** The rows with this hash that the predicate accepts. */
    int[] find(int hash, IntPredicate accepts) {
        int[] found = new int[4];
        int count = 0;
        for (int place = first(hash); rows[place] != FREE; place = next(place)) {
            if (rows[place] > 0 && hashes[place] == hash && accepts.test(rows[place] - 1)) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count] = rows[place] - 1;
                count++;
            }
        }
        return Arrays.copyOf(found, count);
    }

    void remove(int hash, int row) {
        for (int place = first(hash); rows[place] != FREE; place = next(place)) {
            if (rows[place] == row + 1) {
                rows[place] = DELETED;
                return;
            }
        }
    }

    long bytes() {
        return 2L * Integer.BYTES * rows.length;
    }
}
