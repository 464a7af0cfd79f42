package dev.parlance.survey.index;

import java.util.Arrays;

/** A column of a chunk: whole numbers from 0, packed into as few bits as the greatest one needs. Immutable. */
final class Codes {
    static final Codes ZEROS = new Codes(0, new long[0], 0);

    private final int bits;
    private final long[] words;
    private final int constant;

    private Codes(int bits, long[] words, int constant) {
        this.bits = bits;
        this.words = words;
        this.constant = constant;
    }

    /** Packs the first numbers of an array. */
    static Codes of(int[] numbers, int count) {
        int first = count == 0 ? 0 : numbers[0];
        int all = 0;
        boolean isConstant = true;
        for (int i = 0; i < count; i++) {
            all |= numbers[i];
            isConstant &= numbers[i] == first;
        }
        if (isConstant) {
            return first == 0 ? ZEROS : new Codes(0, ZEROS.words, first);
        }
        return packed(numbers, count, bits(all));
    }

    /** A width that divides a word: 1, 2, 4, 8, 16 or 32 bits. */
    private static int bits(int all) {
        int needed = Integer.SIZE - Integer.numberOfLeadingZeros(all);
        return Integer.highestOneBit(2 * needed - 1);
    }

    private static Codes packed(int[] numbers, int count, int bits) {
        int inAWord = Long.SIZE / bits;
        long[] words = new long[(count + inAWord - 1) / inAWord];
        for (int i = 0; i < count; i++) {
            words[i / inAWord] |= Integer.toUnsignedLong(numbers[i]) << (i % inAWord * bits);
        }
        return new Codes(bits, words, 0);
    }

    boolean isConstant() {
        return bits == 0;
    }

    int constant() {
        return constant;
    }

    int at(int row) {
        if (bits == 0) {
            return constant;
        }
        int inAWord = Long.SIZE / bits;
        return (int) (words[row / inAWord] >>> (row % inAWord * bits)) & mask();
    }

    private int mask() {
        return bits == Integer.SIZE ? -1 : (1 << bits) - 1;
    }

    /** Writes all numbers into an array. */
    void unpack(int[] numbers, int count) {
        if (bits == 0) {
            Arrays.fill(numbers, 0, count, constant);
            return;
        }
        int inAWord = Long.SIZE / bits;
        int mask = mask();
        for (int word = 0, row = 0; row < count; word++) {
            long rest = words[word];
            int end = Math.min(count, row + inAWord);
            for (; row < end; row++) {
                numbers[row] = (int) rest & mask;
                rest >>>= bits;
            }
        }
    }

    /** How much memory the numbers take. */
    int bytes() {
        return Long.BYTES * words.length;
    }
}
