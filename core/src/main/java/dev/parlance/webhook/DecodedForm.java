package dev.parlance.webhook;

import dev.parlance.webhook.Parameters.Parameter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The parameters of a form as bytes: names and values decoded, one behind the other. A signature is checked on these, since
 * making strings of them and bytes of the strings costs more than all the rest.
 */
final class DecodedForm {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] text;

    /** Where the first name ends, the first value, the second name and so on. */
    private final int[] ends;

    private final int size;

    /**
     * Decoded parameters.
     *
     * @param ends may be longer than needed
     * @param size how many parameters there are
     */
    DecodedForm(byte[] text, int[] ends, int size) {
        this.text = text;
        this.ends = ends;
        this.size = size;
    }

    Parameters parameters() {
        List<Parameter> parameters = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            parameters.add(new Parameter(string(start(i), nameEnd(i)), string(nameEnd(i), end(i))));
        }
        return Parameters.of(parameters);
    }

    private String string(int start, int end) {
        return new String(text, start, end - start, StandardCharsets.UTF_8);
    }

    /** The URL, then name and value of each parameter, sorted by name and value, the same pair but once. */
    byte[] sortedBehind(String url) {
        long[] keys = new long[size];
        int[] order = new int[size];
        sort(keys, order);

        byte[] first = url.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(first, first.length + (size == 0 ? 0 : end(size - 1)));
        int length = first.length;
        for (int place = 0; place < size; place++) {
            int i = order[place];
            boolean isTheSameAgain = place > 0 && keys[place] == keys[place - 1] && compare(i, order[place - 1]) == 0;
            if (!isTheSameAgain) {
                System.arraycopy(text, start(i), all, length, end(i) - start(i));
                length += end(i) - start(i);
            }
        }
        return length == all.length ? all : Arrays.copyOf(all, length);
    }

    /** By insertion, on the first eight bytes of the names for as long as these differ: there are some twenty. */
    private void sort(long[] keys, int[] order) {
        for (int i = 0; i < size; i++) {
            long key = key(i);
            int place = i;
            while (place > 0 && isBefore(key, i, keys[place - 1], order[place - 1])) {
                keys[place] = keys[place - 1];
                order[place] = order[place - 1];
                place--;
            }
            keys[place] = key;
            order[place] = i;
        }
    }

    private boolean isBefore(long key, int i, long otherKey, int other) {
        return key == otherKey ? compare(i, other) < 0 : key < otherKey;
    }

    /** The first eight bytes of a name as a number that sorts like them, zeros for those that it has not. */
    private long key(int i) {
        int start = start(i);
        int length = nameEnd(i) - start;
        if (length == 0) {
            return Long.MIN_VALUE;
        }
        byte[] from = text;
        if (start + Long.BYTES > text.length) {
            from = Arrays.copyOfRange(text, start, start + Long.BYTES);
            start = 0;
        }
        long eight = (long) EIGHT_BYTES.get(from, start);
        int others = Math.max(0, Long.BYTES - length) * Byte.SIZE;
        return (eight >>> others << others) ^ Long.MIN_VALUE;
    }

    private int compare(int a, int b) {
        int byName = Arrays.compareUnsigned(text, start(a), nameEnd(a), text, start(b), nameEnd(b));
        return byName == 0 ? Arrays.compareUnsigned(text, nameEnd(a), end(a), text, nameEnd(b), end(b)) : byName;
    }

    private int start(int i) {
        return i == 0 ? 0 : ends[2 * i - 1];
    }

    private int nameEnd(int i) {
        return ends[2 * i];
    }

    private int end(int i) {
        return ends[2 * i + 1];
    }
}
