package dev.parlance.webhook;

import dev.parlance.webhook.Parameters.Parameter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The decoded parameters of a form as one array of bytes. The signature is checked on these bytes, because converting them to
 * strings and back costs more than everything else.
 */
final class DecodedForm {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Two bytes: enough for a thousand parameters, and leaves six of the eight bytes for the name. */
    private static final int INDEX_BITS = 16;

    private static final int KEY_BYTES = 6;

    /** Up to this size, insertion sort is fastest. A larger form, possibly an attack, needs a sort without a slow worst case. */
    private static final int INSERTION_SORT_LIMIT = 64;

    private final byte[] text;

    /** The ends of the first name, the first value, the second name and so on. */
    private final int[] ends;

    private final int size;

    /**
     * Creates a form.
     *
     * @param ends can be longer than needed
     * @param size the number of parameters
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

    /** The URL, then the name and value of each parameter, sorted by name and value. Equal pairs appear once. */
    byte[] signedText(String url) {
        long[] sorted = sorted();
        byte[] first = url.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(first, first.length + (size == 0 ? 0 : end(size - 1)));
        int length = first.length;
        for (int place = 0; place < size; place++) {
            boolean isDuplicate = place > 0 && isSame(sorted[place - 1], sorted[place]);
            if (!isDuplicate) {
                int i = index(sorted[place]);
                System.arraycopy(text, start(i), all, length, end(i) - start(i));
                length += end(i) - start(i);
            }
        }
        return length == all.length ? all : Arrays.copyOf(all, length);
    }

    /** The keys, sorted in the order of their parameters. */
    private long[] sorted() {
        if (size > INSERTION_SORT_LIMIT) {
            return IntStream.range(0, size)
                    .mapToObj(this::key)
                    .sorted((key, other) -> isBefore(key, other) ? -1 : isBefore(other, key) ? 1 : 0)
                    .mapToLong(key -> key)
                    .toArray();
        }
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            long key = key(i);
            int place = i;
            while (place > 0 && isBefore(key, keys[place - 1])) {
                keys[place] = keys[place - 1];
                place--;
            }
            keys[place] = key;
        }
        return keys;
    }

    private boolean isBefore(long key, long other) {
        long first = firstBytes(key);
        long otherFirst = firstBytes(other);
        return first == otherFirst ? compare(index(key), index(other)) < 0 : first < otherFirst;
    }

    /**
     * A sort key: the first six bytes of the name, which usually identify it, and the parameter's index.
     */
    private long key(int i) {
        int start = start(i);
        int length = nameEnd(i) - start;
        long first = 0;
        if (start + Long.BYTES <= text.length) {
            first = (long) EIGHT_BYTES.get(text, start) >>> INDEX_BITS;
        } else {
            for (int at = start; at < start + KEY_BYTES; at++) {
                first = first << Byte.SIZE | (at < text.length ? text[at] & 0xff : 0);
            }
        }
        int others = Math.max(0, KEY_BYTES - length) * Byte.SIZE;
        return (first >>> others << others) << INDEX_BITS | i;
    }

    private boolean isSame(long key, long other) {
        return firstBytes(key) == firstBytes(other) && compare(index(key), index(other)) == 0;
    }

    private static long firstBytes(long key) {
        return key >>> INDEX_BITS;
    }

    private static int index(long key) {
        return (int) (key & (1 << INDEX_BITS) - 1);
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
