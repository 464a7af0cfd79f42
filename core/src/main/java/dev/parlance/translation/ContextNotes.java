package dev.parlance.translation;

import dev.parlance.prompt.SmsText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Writes down for a translator what matters about a prompt. */
final class ContextNotes {
    private static final List<Map.Entry<String, String>> VARIANTS = List.of(
            Map.entry("also", "Other words for the same answer, separated by commas: write what people say"),
            Map.entry("unanswered", "Replaces the answer in other texts if there is no answer"),
            Map.entry("voice", "Read aloud on calls instead of \"%s\""),
            Map.entry("withoutImage", "Used instead of \"%s\" where its picture can't be seen"),
            Map.entry("text", "Sent in texts instead of \"%s\""),
            Map.entry("retry", "Said instead of \"%s\" after an answer that was not understood"));

    private ContextNotes() {}

    static PromptContext of(
            Variant variant, boolean isOptional, String text, String target, Map<String, PromptContext> contexts) {
        PromptContext known = contexts.getOrDefault(variant.base(), PromptContext.NONE);
        PromptText parts = PromptText.of(text);
        List<String> notes = new ArrayList<>();
        if (!known.description().isEmpty()) {
            notes.add(known.description());
        }
        if (!variant.suffix().isEmpty()) {
            notes.add(String.format(about(variant), variant.base()));
        }
        if (isOptional) {
            notes.add("Can stay untranslated");
        }
        if (!parts.placeholders().isEmpty()) {
            notes.add("Keep " + String.join(" ", parts.placeholders()));
        }
        if (parts.hasForms()) {
            notes.add(forms(text, target));
        }
        OptionalInt limit = variant.suffix().isEmpty() ? known.maxLength() : OptionalInt.empty();
        if (limit.isPresent()) {
            notes.add("At most " + limit.getAsInt() + " characters, to fit on a button");
        } else if (!variant.isWordList() && !variant.isSpoken()) {
            notes.add(segments(text));
        }
        return new PromptContext(notes.stream().map(ContextNotes::sentence).collect(Collectors.joining(" ")), limit);
    }

    private static String sentence(String note) {
        return note.matches("(?s).*[.?!]") ? note : note + ".";
    }

    private static String about(Variant variant) {
        return VARIANTS.stream()
                .filter(kind -> variant.suffix().contains(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static String forms(String text, String target) {
        String rule = "Translate only the words in the inner braces";
        return text.contains("plural")
                ? rule + ", and write a form for each of: " + String.join(", ", IcuPluralForms.of(target))
                : rule;
    }

    private static String segments(String text) {
        int segments = SmsText.of(text).segments();
        return segments + (segments == 1 ? " SMS segment" : " SMS segments");
    }
}
