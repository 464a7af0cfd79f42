package dev.parlance.survey.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A date that a reply says in two ways: "two weeks ago, on April 29th".
 *
 * @param counted the expressions that count back from today
 * @param rest the other expressions
 */
record CountedDay(List<Token> counted, List<Token> rest) {
    /** Takes such a reply apart; empty if it counts nothing, or says nothing else. */
    static Optional<CountedDay> in(List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean isCount =
                    tokens.get(i).is(Sense.NUMBER) && tokens.get(i + 1).isAny(Sense.DAYS, Sense.MONTHS, Sense.YEARS);
            if (isCount && i > 0 && tokens.get(i - 1).is(Sense.AGO)) {
                return split(tokens, i - 1, i + 2);
            }
            if (isCount && i + 2 < tokens.size() && tokens.get(i + 2).is(Sense.AGO)) {
                return split(tokens, i, i + 3);
            }
        }
        return Optional.empty();
    }

    private static Optional<CountedDay> split(List<Token> tokens, int from, int to) {
        List<Token> rest = new ArrayList<>(tokens.subList(0, from));
        rest.addAll(tokens.subList(to, tokens.size()));
        return rest.isEmpty() ? Optional.empty() : Optional.of(new CountedDay(tokens.subList(from, to), rest));
    }
}
