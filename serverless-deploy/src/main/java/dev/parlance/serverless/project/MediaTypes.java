package dev.parlance.serverless.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** Media types by file extension. The JDK's list is short and depends on the system. */
final class MediaTypes {
    private static final String UNKNOWN = "application/octet-stream";
    private static final Properties BY_ENDING = load();

    private MediaTypes() {}

    static String of(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return BY_ENDING.getProperty(ending, UNKNOWN);
    }

    private static Properties load() {
        try (InputStream in = MediaTypes.class.getResourceAsStream("media-types.properties")) {
            Properties types = new Properties();
            types.load(Objects.requireNonNull(in));
            return types;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
