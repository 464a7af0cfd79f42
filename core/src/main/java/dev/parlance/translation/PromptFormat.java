package dev.parlance.translation;

import dev.parlance.internal.DotEnv;
import dev.parlance.internal.JsonFile;
import dev.parlance.internal.ParsedFile;
import dev.parlance.internal.PropertiesFile;
import java.util.Locale;
import java.util.Optional;

/** The formats of prompt files: how each is read and edited. */
enum PromptFormat {
    ENV,
    PROPERTIES,
    JSON;

    static Optional<PromptFormat> of(String fileName) {
        for (PromptFormat format : values()) {
            if (fileName.endsWith(format.extension())) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    String extension() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    ParsedFile parse(byte[] bytes) {
        return switch (this) {
            case ENV -> DotEnv.parse(bytes);
            case PROPERTIES -> PropertiesFile.parse(bytes);
            case JSON -> JsonFile.parse(bytes);
        };
    }

    TextEditor edit(String text) {
        return switch (this) {
            case ENV -> new EnvEditor(text);
            case PROPERTIES -> new PropertiesEditor(text);
            case JSON -> new JsonEditor(text);
        };
    }
}
