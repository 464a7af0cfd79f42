package dev.parlance.survey.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Options that a question shares with others: those of a scale, or those that were chosen, or not chosen, in an earlier question.
 * They come before the question's own options.
 *
 * <pre>{@code
 * Question.choiceFrom("service", SharedOptions.scale("agree"));
 * Question.choiceFrom("favourite", SharedOptions.chosenIn("tried"));
 * }</pre>
 *
 * @param from where the options come from
 * @param name the name of the scale, or of the earlier question
 * @param options the options; known once the survey is built
 * @param prompts the key of each option's prompt, by its id; known once the survey is built
 */
public record SharedOptions(From from, String name, List<Option> options, Map<String, String> prompts) {
    /** Where shared options come from. */
    public enum From {
        /** A scale of the survey. */
        SCALE,
        /** The options that the respondent chose in an earlier question. */
        CHOSEN,
        /** The options that the respondent did not choose in an earlier question. */
        NOT_CHOSEN
    }

    /** Copies the collections. */
    public SharedOptions {
        options = List.copyOf(options);
        prompts = Map.copyOf(prompts);
    }

    private static SharedOptions of(From from, String name) {
        return new SharedOptions(from, name, List.of(), Map.of());
    }

    /** Reads the options of a scale in {@code survey.json}. */
    public static List<Option> readScale(Fields scale) {
        if (scale.node("options").size() < 2) {
            scale.problem("options", "needs at least two options");
        }
        List<Option> options = OptionReader.read(scale, true);
        scale.done();
        return options;
    }

    /** The options of a scale. */
    public static SharedOptions scale(String name) {
        return of(From.SCALE, name);
    }

    /** The options that the respondent chose in an earlier question. */
    public static SharedOptions chosenIn(String question) {
        return of(From.CHOSEN, question);
    }

    /** The options that the respondent did not choose in an earlier question. */
    public static SharedOptions notChosenIn(String question) {
        return of(From.NOT_CHOSEN, question);
    }

    /** The fields in {@code survey.json}. */
    Map<String, Object> toJson() {
        if (from == From.SCALE) {
            return Map.of("scale", name);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("answer", name);
        if (from == From.NOT_CHOSEN) {
            json.put("chosen", false);
        }
        return Map.of("optionsFrom", json);
    }

    /** The earlier question; empty for a scale. */
    public Optional<String> question() {
        return from == From.SCALE ? Optional.empty() : Optional.of(name);
    }

    /**
     * Returns a copy with the options.
     *
     * @param prompt the key of an option's prompt in the scale or in the earlier question
     * @param own the start of the question's own keys, which come first
     * @param exists whether there is a prompt with a key
     */
    SharedOptions with(List<Option> found, Function<Option, String> prompt, String own, Predicate<String> exists) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (Option option : found) {
            String ownKey = own + "." + option.id();
            keys.put(option.id(), exists.test(ownKey) ? ownKey : prompt.apply(option));
        }
        return new SharedOptions(from, name, found, keys);
    }

    /** Whether an option is one of these, and depends on the earlier question. */
    boolean isCarried(Option option) {
        return from != From.SCALE && options.contains(option);
    }

    /** Whether this respondent gets a carried option. */
    boolean isOffered(Option option, ConditionContext known) {
        boolean isChosen =
                known.answer(name).filter(answer -> answer.has(option.value())).isPresent();
        return isChosen == (from == From.CHOSEN);
    }
}
