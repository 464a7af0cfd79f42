package dev.parlance.webhook;

import java.io.IOException;
import java.io.OutputStream;

/** Collects the small parts of a response, so that head and body leave in one packet. */
final class BufferedResponse extends OutputStream {
    private final HttpConnection connection;
    private final byte[] buffer = new byte[8 << 10];
    private int filled;

    BufferedResponse(HttpConnection connection) {
        this.connection = connection;
    }

    @Override
    public void write(int b) throws IOException {
        if (filled == buffer.length) {
            flush();
        }
        buffer[filled++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (length > buffer.length - filled) {
            flush();
        }
        if (length > buffer.length) {
            connection.write(bytes, from, length);
        } else {
            System.arraycopy(bytes, from, buffer, filled, length);
            filled += length;
        }
    }

    @Override
    public void flush() throws IOException {
        if (filled > 0) {
            connection.write(buffer, 0, filled);
            filled = 0;
        }
    }
}
