package dev.parlance.tools;

import java.util.Map;

/** The sentences that a language lacks, as lines of an {@code .env} file to be translated. */
final class MissingSentences {
    private MissingSentences() {}

    static String of(String tag, Map<String, String> textsByKey) {
        if (textsByKey.isEmpty()) {
            return "# The survey has all sentences it needs in " + tag + ".\n";
        }
        StringBuilder lines = new StringBuilder("# Translate the texts, and add these lines to the prompts in ")
                .append(tag)
                .append(", such as prompts/")
                .append(tag)
                .append(".env.\n");
        textsByKey.forEach((key, text) ->
                lines.append(key).append("=\"").append(escaped(text)).append("\"\n"));
        return lines.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
