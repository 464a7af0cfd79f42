package dev.parlance.survey.reading;

import java.util.List;
import java.util.stream.IntStream;

/** A "no" between two answers, which takes the first one back: "seven, no, eight". */
final class Denial {
    private static final Sense[] ANSWERS = {
        Sense.NUMBER, Sense.ORDINAL, Sense.LABEL, Sense.DAY, Sense.WEEKDAY, Sense.MONTH
    };

    private Denial() {}

    /** Whether the expression is a "no" that can't be a "not", between two answers of one kind. */
    static boolean isAt(List<Token> tokens, int at) {
        return !tokens.get(at).isAny(Sense.NOT, Sense.NOT_AFTER) && canBeAt(tokens, at);
    }

    /** Whether the expression is a "no" between two answers of one kind. In "four, no five", it may refuse the second. */
    static boolean canBeAt(List<Token> tokens, int at) {
        if (!isNo(tokens.get(at))) {
            return false;
        }
        int before = next(tokens, at, -1);
        int after = next(tokens, at, 1);
        return before >= 0
                && after < tokens.size()
                && List.of(ANSWERS).stream()
                        .anyMatch(sense -> tokens.get(before).is(sense)
                                && tokens.get(after).is(sense));
    }

    /** Whether there is such a "no": "bus no train" can mean either. */
    static boolean isIn(List<Token> tokens) {
        return IntStream.range(0, tokens.size()).anyMatch(at -> canBeAt(tokens, at));
    }

    /** Whether the expression is a "no" between two parts of dates or times: "the 5th, no the 6th", "2 pm no 3 pm". */
    static boolean isBetweenDates(List<Token> tokens, int at) {
        return isNo(tokens.get(at))
                && Mentions.has(tokens.subList(0, at), ANSWERS)
                && Mentions.has(tokens.subList(at + 1, tokens.size()), ANSWERS);
    }

    private static boolean isNo(Token token) {
        return token.is(Sense.NO) && !token.isAny(Sense.AND, Sense.AROUND);
    }

    /** The next expression that says more than "about" or "years". */
    private static int next(List<Token> tokens, int from, int step) {
        int at = from + step;
        while (at >= 0 && at < tokens.size() && isSmall(tokens.get(at))) {
            at += step;
        }
        return at;
    }

    private static boolean isSmall(Token token) {
        return token.isAny(Sense.AROUND, Sense.DATE_WORD, Sense.CLOCK, Sense.PREFIX)
                || (token.isAny(Mentions.UNITS) && !token.is(Sense.NUMBER));
    }
}
