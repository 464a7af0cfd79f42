package dev.parlance.translation;

import dev.parlance.internal.DotEnv;
import dev.parlance.internal.JsonFile;
import dev.parlance.internal.ParsedFile;
import dev.parlance.internal.PropertiesFile;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The formats of prompt files: how each is read and edited. */
enum PromptFormat {
    ENV(DotEnv::parse, EnvEditor::new),
    PROPERTIES(PropertiesFile::parse, PropertiesEditor::new),
    JSON(JsonFile::parse, JsonEditor::new);

    private final Function<byte[], ParsedFile> parser;
    private final Function<String, TextEditor> editor;

    PromptFormat(Function<byte[], ParsedFile> parser, Function<String, TextEditor> editor) {
        this.parser = parser;
        this.editor = editor;
    }

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
        return parser.apply(bytes);
    }

    TextEditor edit(String text) {
        return editor.apply(text);
    }
}
