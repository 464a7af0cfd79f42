package dev.parlance.serverless.project;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The content of a function or asset: text, bytes, a file or a class path resource. Files and resources are streamed, once to
 * compare them and once to upload them; they are never held in memory as a whole.
 *
 * <pre>{@code
 * Content.of("exports.handler = (context, event, callback) => callback(null, 'Hello');");
 * Content.file(Path.of("logo.png"));
 * Content.resource(FunctionsProject.class, "media-types.properties");
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

    /** Text, encoded as UTF-8. */
    public static Content of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A copy of these bytes. */
    public static Content of(byte[] bytes) {
        byte[] copy = bytes.clone();
        return new Content(() -> new ByteArrayInputStream(copy));
    }

    /** A local file. */
    public static Content file(Path file) {
        return new Content(() -> Files.newInputStream(file));
    }

    /** A class path resource. The name is resolved as in {@link Class#getResourceAsStream}. */
    public static Content resource(Class<?> anchor, String name) {
        return new Content(() -> {
            InputStream in = anchor.getResourceAsStream(name);
            if (in == null) {
                throw new FileNotFoundException("There is no resource " + name + " next to " + anchor.getName());
            }
            return in;
        });
    }

    /** Opens a new stream of the bytes. Close it after use. */
    public InputStream open() throws IOException {
        return source.open();
    }
}
