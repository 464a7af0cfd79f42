package dev.parlance.serverless;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes the bytes that are read through it. */
final class Sha256 extends DigestInputStream {
    private Sha256(InputStream bytes, MessageDigest digest) {
        super(bytes, digest);
    }

    static Sha256 of(InputStream bytes) {
        try {
            return new Sha256(bytes, MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Reads the rest, closes the stream, and returns the hash in hexadecimal. */
    String ofTheRest() throws IOException {
        try (this) {
            transferTo(OutputStream.nullOutputStream());
        }
        return hash();
    }

    /** The hash of what was read, in hexadecimal. Call it once, at the end. */
    String hash() {
        return HexFormat.of().formatHex(getMessageDigest().digest());
    }
}
