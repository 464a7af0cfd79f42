package dev.parlance.security.servlet;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Reads a body from memory. Always ready. */
final class BufferedInput extends ServletInputStream {
    private final ByteArrayInputStream body;

    BufferedInput(byte[] body) {
        this.body = new ByteArrayInputStream(body);
    }

    @Override
    public boolean isFinished() {
        return body.available() == 0;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public int available() {
        return body.available();
    }

    /** The whole body is available, so the listener is called at once on this thread. */
    @Override
    public void setReadListener(ReadListener listener) {
        try {
            if (!isFinished()) {
                listener.onDataAvailable();
            }
            listener.onAllDataRead();
        } catch (IOException e) {
            listener.onError(e);
        }
    }

    @Override
    public int read() {
        return body.read();
    }

    @Override
    public int read(byte[] to, int offset, int length) {
        return body.read(to, offset, length);
    }
}
