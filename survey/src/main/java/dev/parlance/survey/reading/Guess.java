package dev.parlance.survey.reading;

import java.util.List;
import java.util.function.Function;

/**
 * What a text may mean: nothing, one thing for sure, or one or several things that the person has to confirm.
 *
 * @param candidates the possible meanings, the likeliest first
 * @param isSure whether the first one can be taken without asking
 */
public record Guess<T>(List<T> candidates, boolean isSure) {
    /** Keeps the list as it is now. */
    public Guess {
        candidates = List.copyOf(candidates);
    }

    /** The text means nothing that is known. */
    public static <T> Guess<T> none() {
        return new Guess<>(List.of(), false);
    }

    /** The text means this. */
    public static <T> Guess<T> sure(T meaning) {
        return new Guess<>(List.of(meaning), true);
    }

    /** The text may mean one of these. */
    public static <T> Guess<T> perhaps(List<T> meanings) {
        return new Guess<>(meanings, false);
    }

    /** Whether the text means nothing that is known. */
    public boolean isNone() {
        return candidates.isEmpty();
    }

    /** The same guess, about something else. */
    public <R> Guess<R> map(Function<T, R> change) {
        return new Guess<>(candidates.stream().map(change).toList(), isSure);
    }

    /** The same candidates, to be confirmed. */
    Guess<T> unsure() {
        return perhaps(candidates);
    }
}
