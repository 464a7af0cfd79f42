package dev.parlance.twiml;

import org.jspecify.annotations.Nullable;

/**
 * A growing buffer of bytes. Full chunks are kept, and copied once at the end: a document allocates about two and a half times
 * its size, including the copy.
 */
class Utf8Buffer {
    private static final int FIRST_SIZE = 64;
    private static final int NEXT_SIZE = 192;

    byte[] bytes = new byte[FIRST_SIZE];
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

    /** Makes room for {@code wanted} bytes in {@link #bytes}, starting at {@link #end}. */
    final void ensureRoom(int wanted) {
        if (bytes.length - end < wanted) {
            grow(wanted);
        }
    }

    void grow(int wanted) {
        before = new Chunk(bytes, end, before);
        lengthBefore += end;
        bytes = new byte[Math.max(wanted, Math.max(NEXT_SIZE, lengthBefore / 2))];
        end = 0;
    }

    final int length() {
        return lengthBefore + end;
    }

    /** Appends an ASCII string as it is. */
    final void ascii(String text) {
        ensureRoom(text.length());
        copy(text);
    }

    /** Appends an ASCII string for which there is room. */
    @SuppressWarnings("deprecation") // The method drops high bytes, which ASCII doesn't have, and is a single copy.
    final void copy(String text) {
        int length = text.length();
        text.getBytes(0, length, bytes, end);
        end += length;
    }

    final void append(Utf8Buffer other) {
        ensureRoom(other.length());
        other.copyTo(bytes, end);
        end += other.length();
    }

    /** Copies everything to {@code target}, starting at {@code at}. */
    final void copyTo(byte[] target, int at) {
        int start = at + lengthBefore;
        System.arraycopy(bytes, 0, target, start, end);
        for (Chunk chunk = before; chunk != null; chunk = chunk.before) {
            start -= chunk.end;
            System.arraycopy(chunk.bytes, 0, target, start, chunk.end);
        }
    }
}
