package dev.parlance.serverless.project;

import dev.parlance.serverless.project.MeasuredStream.Measure;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of a function or an asset, wherever they are. They are read when they are compared and again when they are
 * uploaded, and are never in memory whole unless they were there before.
 *
 * <pre>{@code
 * Content.of("exports.handler = (context, event, callback) => callback(null, 'Hello');");
 * Content.file(Path.of("logo.png"));
 * Content.resource(App.class, "menu.json");
 * }</pre>
 */
public final class Content {
    private final Source source;

    private Content(Source source) {
        this.source = source;
    }

    @FunctionalInterface
    private interface Source {
        InputStream open() throws IOException;
    }

    /** A text, as UTF-8. */
    public static Content of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes. */
    public static Content of(byte[] bytes) {
        byte[] copy = bytes.clone();
        return new Content(() -> new ByteArrayInputStream(copy));
    }

    /** A file of this machine. */
    public static Content file(Path file) {
        return new Content(() -> Files.newInputStream(file));
    }

    /** A resource of the class path, its name as {@link Class#getResourceAsStream} takes it. */
    public static Content resource(Class<?> beside, String name) {
        return new Content(() -> {
            InputStream in = beside.getResourceAsStream(name);
            if (in == null) {
                throw new FileNotFoundException("There is no resource " + name + " beside " + beside.getName());
            }
            return in;
        });
    }

    /** The bytes from the first one on; closed by whoever asked. */
    public InputStream open() throws IOException {
        return source.open();
    }

    /** Reads it once. */
    Measure measure() {
        try {
            return measure(open());
        } catch (IOException e) {
            throw new UncheckedIOException("A file of the project cannot be read: " + e.getMessage(), e);
        }
    }

    /** Reads a stream to its end and closes it. */
    public static Measure measure(InputStream bytes) throws IOException {
        try (MeasuredStream in = new MeasuredStream(bytes)) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.measure();
        }
    }
}
