package dev.parlance.tools;

import java.util.Map;

/** The sentences that a language lacks, as lines of an {@code .env} file to be translated. */
final class MissingSentences {
    private MissingSentences() {}

    static String of(String tag, Map<String, String> textsByKey) {
        if (textsByKey.isEmpty()) {
            return "# The survey has all sentences it needs in " + tag + ".\n";
        }
        return "# Translate the texts, and add these lines to the prompts in " + tag + ", such as prompts/" + tag
                + ".env.\n" + EnvLines.of(textsByKey);
    }
}
