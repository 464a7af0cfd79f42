package dev.parlance.translation;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt's key, taken apart: {@code drink.voice} is the variant {@code voice} of {@code drink}.
 *
 * @param base the key of the prompt that this is a variant of; the key itself if it is not a variant
 * @param suffix what makes it a variant, without the dot; empty if it is not one
 */
record Variant(String key, String base, String suffix) {
    private static final Pattern SUFFIX =
            Pattern.compile("(.+?)\\.((?:text|voice|withoutImage|also|unanswered|retry(?:\\.\\w+)?)"
                    + "(?:\\.(?:text|voice|withoutImage|also|unanswered|retry(?:\\.\\w+)?))*)");
    private static final String SENTENCE = "survey.";

    /** A key that only looks like a variant, because there is no such prompt, is not one. */
    static Variant of(String key, Set<String> keys) {
        Matcher variant = SUFFIX.matcher(key);
        return variant.matches() && keys.contains(variant.group(1))
                ? new Variant(key, variant.group(1), variant.group(2))
                : new Variant(key, key, "");
    }

    /** Whether a language can do without it. */
    boolean isOptional() {
        return !suffix.isEmpty() || key.startsWith(SENTENCE);
    }

    /** Whether it lists words that are understood, instead of a text that is sent. */
    boolean isWordList() {
        return suffix.endsWith("also");
    }

    boolean isSpoken() {
        return suffix.endsWith("voice");
    }
}
