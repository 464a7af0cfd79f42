package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The clause of a reply that answers a question for a date or time: "not before 10, rather 11:15", "May 8th, no, the 9th". The last
 * one counts, and has to be confirmed.
 */
final class LastClause {
    private static final Sense[] CORRECTIONS = {Sense.NO, Sense.NOT, Sense.NOT_AFTER, Sense.CORRECTION, Sense.STATES};

    private LastClause() {}

    /** What the last clause says that says anything; nothing if another clause says something else and is not taken back. */
    static <T> Guess<T> read(String reply, Words words, Function<String, Guess<T>> reader) {
        Clauses clauses = Clauses.stated(reply, words);
        boolean isOpen = clauses.all().size() < 2
                || clauses.has(Sense.UNSURE, Sense.OR, Sense.TO)
                || clauses.all().stream().anyMatch(LastClause::isLimit);
        if (isOpen) {
            return Guess.none();
        }
        List<Guess<T>> found = clauses.all().stream()
                .map(clause -> reader.apply(clause.text()))
                .filter(guess -> !guess.isNone())
                .toList();
        boolean isOne = found.stream().map(Guess::candidates).distinct().count() == 1;
        Optional<Guess<T>> last = found.stream().reduce((first, second) -> second);
        return last.filter(guess -> isOne || clauses.has(CORRECTIONS))
                .map(guess -> guess.unsure().because("the last clause that answers"))
                .orElseGet(Guess::none);
    }

    /** Whether a clause is a limit of the answer, such as "before 5", and not one that is refused. */
    private static boolean isLimit(Clauses.Clause clause) {
        return Mentions.has(clause.tokens(), Sense.COMPARE)
                && !Mentions.has(clause.tokens(), Sense.NOT, Sense.NOT_AFTER);
    }
}
