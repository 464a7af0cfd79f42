package dev.parlance.survey.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The short everyday words of a language, folded. Such a word is never a typo of another: {@code rain} is not {@code train}. A
 * language's list is loaded on first use.
 */
final class CommonWords {
    private static final Map<String, Set<String>> BY_LANGUAGE = new ConcurrentHashMap<>();

    private CommonWords() {}

    /** The common words of a language; empty if there is no list for it. */
    static Set<String> of(Locale locale) {
        return BY_LANGUAGE.computeIfAbsent(locale.getLanguage(), CommonWords::load);
    }

    private static Set<String> load(String language) {
        String file = "common-" + language + ".txt";
        try (@Nullable InputStream stream = CommonWords.class.getResourceAsStream(file)) {
            return stream == null ? Set.of() : read(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("The list " + file + " can't be read", e);
        }
    }

    private static Set<String> read(InputStream stream) throws IOException {
        Set<String> words = new HashSet<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.startsWith("#")) {
                for (String word : line.split(" ", -1)) {
                    words.add(TextNormalizer.normalize(word));
                }
            }
        }
        return Set.copyOf(words);
    }
}
