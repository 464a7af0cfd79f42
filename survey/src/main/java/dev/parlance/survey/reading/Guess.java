package dev.parlance.survey.reading;

import java.util.List;
import java.util.function.Function;

/**
 * What a text may mean: nothing, one thing for certain, or one or more things that the respondent must confirm.
 *
 * @param candidates the possible meanings, the likeliest first
 * @param isSure whether the first candidate needs no confirmation
 * @param why which rule says so; empty if it says nothing
 */
public record Guess<T>(List<T> candidates, boolean isSure, String why) {
    /** Copies the list. */
    public Guess {
        candidates = List.copyOf(candidates);
    }

    /** The text has no known meaning. */
    public static <T> Guess<T> none() {
        return new Guess<>(List.of(), false, "");
    }

    /** The text certainly means this. */
    public static <T> Guess<T> sure(T meaning) {
        return new Guess<>(List.of(meaning), true, "");
    }

    /** The text may mean one of these. */
    public static <T> Guess<T> perhaps(List<T> meanings) {
        return new Guess<>(meanings, false, "");
    }

    /** Whether the text has no known meaning. */
    public boolean isNone() {
        return candidates.isEmpty();
    }

    /** Returns this guess, or another one if the text has no known meaning. */
    public Guess<T> orElse(Guess<T> other) {
        return isNone() ? other : this;
    }

    /** Converts the candidates. */
    public <R> Guess<R> map(Function<T, R> change) {
        return new Guess<>(candidates.stream().map(change).toList(), isSure, why);
    }

    /** Returns the same candidates, to be confirmed. */
    public Guess<T> unsure() {
        return new Guess<>(candidates, false, why);
    }

    /** Returns the same candidates, with the rule that found them. */
    public Guess<T> because(String rule) {
        return new Guess<>(candidates, isSure, rule);
    }
}
