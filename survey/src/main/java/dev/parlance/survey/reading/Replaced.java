package dev.parlance.survey.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A number that comes instead of a refused one: "not 4, 5", "4 नहीं, 5". */
final class Replaced {
    private Replaced() {}

    static Optional<BigDecimal> number(List<Token> tokens) {
        if (Mentions.has(tokens, Sense.UNSURE, Sense.CLAUSE, Sense.COMPARE, Sense.OR)) {
            return Optional.empty();
        }
        List<BigDecimal> kept = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Optional<BigDecimal> number = tokens.get(i).value(Sense.NUMBER);
            if (number.isPresent() && isRefused(tokens, i)) {
                refused++;
            } else {
                number.ifPresent(kept::add);
            }
        }
        return refused == 1 && kept.size() == 1 ? Optional.of(kept.get(0)) : Optional.empty();
    }

    private static boolean isRefused(List<Token> tokens, int at) {
        return isBefore(tokens, at) || isAfter(tokens, at);
    }

    private static boolean isBefore(List<Token> tokens, int at) {
        int i = at - 1;
        while (i >= 0 && tokens.get(i).is(Sense.AROUND) && !tokens.get(i).is(Sense.NOT)) {
            i--;
        }
        // In "4, no, 5", the "no" is about the 4.
        return i >= 0
                && tokens.get(i).is(Sense.NOT)
                && !(tokens.get(i).is(Sense.NO) && Mentions.has(tokens.subList(0, i), Sense.NUMBER));
    }

    private static boolean isAfter(List<Token> tokens, int at) {
        int i = at + 1;
        while (i < tokens.size()
                && tokens.get(i).is(Sense.AROUND)
                && !tokens.get(i).is(Sense.NOT_AFTER)) {
            i++;
        }
        return i < tokens.size() && tokens.get(i).is(Sense.NOT_AFTER);
    }
}
