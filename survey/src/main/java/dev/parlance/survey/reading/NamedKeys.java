package dev.parlance.survey.reading;

import dev.parlance.survey.words.TextNormalizer;
import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the keys that a text tells people to press or to send: "press 2", "marque el 2", "2 दबाएँ". The expressions are the
 * language's list {@code press}.
 */
public final class NamedKeys {
    private static final String ANY = "0";
    private static final String KEY = "(\\d{1,3}|[\\p{L}\\p{M}]+)";
    private static final Pattern SENTENCE =
            Pattern.compile("[.!?;:,\\n\\u3002\\uFF01\\uFF1F\\uFF1B\\uFF0C\\u061F\\u060C\\u0964]+");

    private final Words words;
    private final List<Pattern> expressions;

    private NamedKeys(Words words, List<Pattern> expressions) {
        this.words = words;
        this.expressions = expressions;
    }

    /** The expressions of a language. */
    public static NamedKeys of(Words words) {
        List<Pattern> expressions = new ArrayList<>();
        for (String phrase : Words.split(words.text("press", Map.of("key", ANY)))) {
            expressions.add(pattern(TextNormalizer.normalize(phrase), words.isSpaced()));
        }
        return new NamedKeys(words, expressions);
    }

    private static Pattern pattern(String phrase, boolean isSpaced) {
        int at = phrase.indexOf(ANY);
        String before = phrase.substring(0, at).strip();
        String after = phrase.substring(at + ANY.length()).strip();
        String gap = isSpaced ? " " : " ?";
        String edge = isSpaced ? "(?<![\\p{L}\\p{M}\\d])" : "";
        return Pattern.compile(edge
                + (before.isEmpty() ? "(?<!\\d)" : Pattern.quote(before) + gap)
                + KEY
                + (after.isEmpty() ? "" : gap + Pattern.quote(after))
                + (isSpaced ? "(?![\\p{L}\\p{M}\\d])" : "(?!\\d)"));
    }

    /** The keys in a text. */
    public Set<Integer> in(String text) {
        Set<Integer> keys = new TreeSet<>();
        for (String sentence : SENTENCE.split(text, -1)) {
            String folded = TextNormalizer.normalize(sentence);
            for (Pattern expression : expressions) {
                Matcher found = expression.matcher(folded);
                while (found.find()) {
                    number(found.group(1)).ifPresent(keys::add);
                }
            }
        }
        return keys;
    }

    /** In words, a one is often an article: "responda con un número". */
    private Optional<Integer> number(String key) {
        return Character.isDigit(key.charAt(0))
                ? Optional.of(Integer.valueOf(key))
                : words.commonNumber(key).filter(number -> number != 1);
    }
}
