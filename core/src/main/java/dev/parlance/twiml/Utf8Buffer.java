package dev.parlance.twiml;

import org.jspecify.annotations.Nullable;

/**
 * Bytes that grow. What is full is set aside, and copied once, when everything is taken out: a document allocates
 * about two and a half times its size, the copy included.
 */
class Utf8Buffer {
    private static final int FIRST = 64;
    private static final int NEXT = 192;

    byte[] bytes = new byte[FIRST];
    int end;
    private int lengthBefore;
    private @Nullable Chunk before;

    private static final class Chunk {
        final byte[] bytes;
        final int end;
        final @Nullable Chunk before;

        Chunk(byte[] bytes, int end, @Nullable Chunk before) {
            this.bytes = bytes;
            this.end = end;
            this.before = before;
        }
    }

    /** Makes sure that {@code wanted} bytes fit into {@link #bytes} from {@link #end} on. */
    final void room(int wanted) {
        if (bytes.length - end < wanted) {
            grow(wanted);
        }
    }

    void grow(int wanted) {
        before = new Chunk(bytes, end, before);
        lengthBefore += end;
        bytes = new byte[Math.max(wanted, Math.max(NEXT, lengthBefore / 2))];
        end = 0;
    }

    final int length() {
        return lengthBefore + end;
    }

    /** Appends a string of nothing but ASCII, as it is. */
    final void ascii(String text) {
        room(text.length());
        copy(text);
    }

    /** The same, where there is room. */
    @SuppressWarnings("deprecation") // The method drops high bytes, which ASCII has none of, and is one plain copy.
    final void copy(String text) {
        int length = text.length();
        text.getBytes(0, length, bytes, end);
        end += length;
    }

    final void all(Utf8Buffer other) {
        room(other.length());
        other.copyTo(bytes, end);
        end += other.length();
    }

    /** Writes everything to {@code target}, from {@code at} on. */
    final void copyTo(byte[] target, int at) {
        int start = at + lengthBefore;
        System.arraycopy(bytes, 0, target, start, end);
        for (Chunk chunk = before; chunk != null; chunk = chunk.before) {
            start -= chunk.end;
            System.arraycopy(chunk.bytes, 0, target, start, chunk.end);
        }
    }
}
