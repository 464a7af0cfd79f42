package dev.parlance.survey.reading;

import java.util.List;

/**
 * What stands beside a number, and whether it can change what the number means.
 *
 * @param tokens the expressions of the reply
 * @param units the units of the question
 */
record BesideNumber(List<Token> tokens, QuestionUnits units) {
    /** What can stand beside a number without making it mean something else. */
    private static final Sense[] ASIDE = {
        Sense.NO,
        Sense.HEARD,
        Sense.SELF,
        Sense.RELATIVE,
        Sense.REMARK,
        Sense.STATES,
        Sense.SAME,
        Sense.DAY,
        Sense.WEEKDAY,
        Sense.PREVIOUS,
        Sense.HOLIDAY,
        Sense.ALL,
        Sense.BOTH
    };

    /** Whether an expression leaves the number as it is, although it may need to be confirmed. */
    boolean isAside(int at) {
        return tokens.get(at).isAny(ASIDE) || isLastMonth(at) || (tokens.get(at).is(Sense.MONTH) && !canBeDate(at));
    }

    private boolean isLastMonth(int at) {
        return tokens.get(at).is(Sense.MEASURE) && (isAt(at - 1, Sense.PREVIOUS) || isAt(at + 1, Sense.PREVIOUS));
    }

    /** Whether a month has a number beside it that is no number of something else: "3 May", but not "may 3 people". */
    private boolean canBeDate(int at) {
        return isAt(at - 1, Sense.NUMBER)
                || (isAt(at + 1, Sense.NUMBER) && tokens.stream().noneMatch(units::fits));
    }

    private boolean isAt(int at, Sense sense) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(sense);
    }

    boolean isBetweenNumbers(int at) {
        return Mentions.has(tokens.subList(0, at), Sense.NUMBER)
                && Mentions.has(tokens.subList(at + 1, tokens.size()), Sense.NUMBER);
    }

    /** Whether a word that sounds like a number follows a spelled one: "thirty too" may be thirty-two. */
    boolean continuesNumber(int at) {
        return tokens.get(at).is(Sense.HEARD)
                && isAt(at - 1, Sense.NUMBER)
                && !tokens.get(at - 1).isDigits();
    }

    /** Whether the number stands for itself: in "3 bedrooms" it counts something unknown, in "a 3 to be honest" nothing. */
    boolean isFree() {
        int at = number();
        int next = at + 1;
        while (next < tokens.size() && (tokens.get(next).is(Sense.AROUND) || units.fits(tokens.get(next)))) {
            next++;
        }
        boolean isLast = next >= tokens.size();
        boolean isBeforeKnown = isLast || !isThing(tokens.get(next));
        boolean isAfterKnown = at == 0 || !isThing(tokens.get(at - 1));
        return at < tokens.size() && isBeforeKnown && isAfterKnown;
    }

    /** Whether nothing but fillers follows the number. */
    boolean isLast() {
        int at = number();
        return at < tokens.size()
                && tokens.subList(at + 1, tokens.size()).stream()
                        .allMatch(token -> token.is(Sense.AROUND) || units.fits(token));
    }

    private int number() {
        int at = 0;
        while (at < tokens.size() && !tokens.get(at).is(Sense.NUMBER)) {
            at++;
        }
        return at;
    }

    private static boolean isThing(Token token) {
        return token.isUnknown() || token.isAny(Sense.SAME, Sense.RELATIVE);
    }
}
