package dev.parlance.tools;

import java.util.Map;
import java.util.stream.Collectors;

/** Prompts as lines of an {@code .env} file. */
final class EnvLines {
    private EnvLines() {}

    static String of(Map<String, String> textsByKey) {
        return textsByKey.entrySet().stream()
                .map(entry -> entry.getKey() + "=\"" + escaped(entry.getValue()) + "\"\n")
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
