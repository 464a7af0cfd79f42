package dev.parlance.serverless.project;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and hashes the bytes read from a stream. */
public final class MeasuredStream extends FilterInputStream {
    private final MessageDigest digest;
    private long size;

    /** Wraps a stream. */
    public MeasuredStream(InputStream bytes) {
        super(bytes);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            digest.update((byte) read);
            size++;
        }
        return read;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int read = super.read(buffer, from, length);
        if (read > 0) {
            digest.update(buffer, from, read);
            size += read;
        }
        return read;
    }

    /** The size and hash of what has been read. Call it once, at the end. */
    public Measure measure() {
        return new Measure(size, HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * The size and hash of some content.
     *
     * @param size the number of bytes
     * @param sha256 their SHA-256 hash in hexadecimal
     */
    public record Measure(long size, String sha256) {}
}
