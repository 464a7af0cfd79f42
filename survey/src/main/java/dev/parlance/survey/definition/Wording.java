package dev.parlance.survey.definition;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of the prompts around the questions; each may be left out.
 *
 * @param welcome what is said first
 * @param begin what is said when the language is chosen
 * @param firstQuestion what is said before the first question
 * @param nextQuestion what is said before another
 * @param lastQuestion what is said before the last
 * @param goodbye what is said at the end
 * @param completedAlready what is said to who comes back
 * @param screenedOut what is said to who is not among those to be asked
 */
public record Wording(
        Optional<String> welcome,
        Optional<String> begin,
        Optional<String> firstQuestion,
        Optional<String> nextQuestion,
        Optional<String> lastQuestion,
        Optional<String> goodbye,
        Optional<String> completedAlready,
        Optional<String> screenedOut) {
    /** No words around the questions but the library's own. */
    public static final Wording NONE = new Wording(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** The names of the keys, as {@code survey.json} has them. */
    static final String[] NAMES = {
        "welcome",
        "begin",
        "firstQuestion",
        "nextQuestion",
        "lastQuestion",
        "goodbye",
        "completedAlready",
        "screenedOut"
    };

    /** The keys, in the order of {@link #NAMES}. */
    Optional<?>[] keys() {
        return Stream.of(
                        welcome,
                        begin,
                        firstQuestion,
                        nextQuestion,
                        lastQuestion,
                        goodbye,
                        completedAlready,
                        screenedOut)
                .toArray(Optional<?>[]::new);
    }
}
