package dev.parlance.serverless.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A function or asset of a {@link FunctionsProject}. */
public final class ProjectFile {
    private final FileKind kind;
    private final String path;
    private final Visibility visibility;
    private final Content content;
    private final long size;
    private final String sha256;

    /** Reads the content once, for its size and hash. */
    ProjectFile(FileKind kind, String path, Visibility visibility, Content content) {
        this.kind = kind;
        this.path = path;
        this.visibility = visibility;
        this.content = content;
        MessageDigest digest = sha256Digest();
        try (InputStream in = new DigestInputStream(content.open(), digest)) {
            this.size = in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read a file of the project: " + e.getMessage(), e);
        }
        this.sha256 = HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Function or asset. */
    public FileKind kind() {
        return kind;
    }

    /** Its URL path with the leading slash: {@code /hello}, {@code /img/logo.png}. */
    public String path() {
        return path;
    }

    /** Who can call it. */
    public Visibility visibility() {
        return visibility;
    }

    /** Its content. */
    public Content content() {
        return content;
    }

    /** Its size in bytes. */
    public long size() {
        return size;
    }

    /** Its SHA-256 hash in hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /** The media type of the upload. Twilio serves an asset with this type. */
    public String mediaType() {
        return kind == FileKind.FUNCTION ? "application/javascript" : MediaTypes.of(path);
    }

    /** The file name of the upload: the last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** {@code public function /hello}. */
    @Override
    public String toString() {
        return visibility + " " + kind + " " + path;
    }
}
