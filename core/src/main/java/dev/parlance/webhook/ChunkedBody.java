package dev.parlance.webhook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A body of unknown length, in HTTP/1.1 chunks. Only {@link #end} completes it. */
final class ChunkedBody extends OutputStream {
    private final OutputStream out;
    private final byte[] chunk = new byte[4 << 10];
    private int filled;

    ChunkedBody(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        if (filled == chunk.length) {
            writeChunk();
        }
        chunk[filled++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int at = from; at < from + length; ) {
            if (filled == chunk.length) {
                writeChunk();
            }
            int piece = Math.min(chunk.length - filled, from + length - at);
            System.arraycopy(bytes, at, chunk, filled, piece);
            filled += piece;
            at += piece;
        }
    }

    private void writeChunk() throws IOException {
        if (filled > 0) { // an empty chunk would end the body
            out.write(ascii(Integer.toHexString(filled) + "\r\n"));
            out.write(chunk, 0, filled);
            out.write(ascii("\r\n"));
            filled = 0;
        }
    }

    /** Sends what has been written so far. */
    @Override
    public void flush() throws IOException {
        writeChunk();
        out.flush();
    }

    void end() throws IOException {
        writeChunk();
        out.write(ascii("0\r\n\r\n"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
