package dev.parlance.prompt;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys that some languages can have and others not: the variants of a prompt ({@code drink.voice}, {@code drink.audio}, {@code drink.retry.2}), and
 * prompts that replace one of this library's own sentences ({@code survey.goodbye}).
 */
final class OptionalKeys {
    private static final String SENTENCE = "survey.";
    private static final Pattern VARIANT =
            Pattern.compile("(.+?)\\.(?:text|voice|audio|image|withoutImage|also|unanswered|retry(?:\\.\\w+)?)");

    private OptionalKeys() {}

    /** Removes the optional keys. A key that only looks like a variant, because there is no such prompt, stays. */
    static void removeFrom(Map<String, Prompt> prompts) {
        Set<String> all = Set.copyOf(prompts.keySet());
        prompts.keySet().removeIf(key -> key.startsWith(SENTENCE) || isVariant(key, all));
    }

    private static boolean isVariant(String key, Set<String> all) {
        Matcher variant = VARIANT.matcher(key);
        return variant.matches() && (all.contains(variant.group(1)) || isVariant(variant.group(1), all));
    }
}
