package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Chooses among the prompts of a Pay: the one that names most of the situation. */
final class PayPrompts {
    private static final List<String> CONDITIONS = List.of("attempt", "errorType", "cardType");

    private PayPrompts() {}

    static Optional<Verb> choose(Verb pay, PayStep step, int attempt, String errorType, Optional<CardType> card) {
        return pay.children().stream()
                .filter(prompt -> prompt.name().equals("Prompt")
                        && names(prompt, "for", step.prompt())
                        && fits(prompt, "attempt", Integer.toString(attempt))
                        && fits(prompt, "errorType", errorType)
                        && fits(prompt, "cardType", card.map(CardType::toString).orElse("")))
                .max(Comparator.comparing(PayPrompts::conditions));
    }

    private static boolean fits(Verb prompt, String condition, String value) {
        return prompt.attribute(condition).isEmpty() || names(prompt, condition, value);
    }

    private static boolean names(Verb prompt, String condition, String value) {
        return Arrays.asList(prompt.attribute(condition, "").strip().split("\\s+", -1))
                .contains(value);
    }

    private static long conditions(Verb prompt) {
        return CONDITIONS.stream()
                .filter(condition -> prompt.attribute(condition).isPresent())
                .count();
    }
}
