package dev.parlance.survey.reading;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The start of a reply that answers the question, before a remark that can't change the answer: the number in "seventy six and
 * still driving the tractor". What it says has to be confirmed.
 */
final class Lead {
    private static final Sense[] DOUBTS = {Sense.UNSURE, Sense.OR, Sense.CORRECTION};
    private static final Sense[] REFUSALS = {Sense.NOT, Sense.NOT_AFTER, Sense.COMPARE};

    /** How many expressions after the answer can still be about it: in "4 I don't give", there are two. */
    private static final int NEAR = 2;

    private final List<Token> tokens;
    private final List<Token> answer;
    private final List<Token> rest;

    private Lead(List<Token> tokens, int end) {
        this.tokens = tokens;
        this.answer = tokens.subList(0, end);
        this.rest = tokens.subList(end, tokens.size());
    }

    /** A number with its unit. No other number follows. */
    static Optional<List<Token>> number(List<Token> tokens, QuestionUnits units) {
        return of(tokens, token -> !isBesideNumber(token) && !units.fits(token))
                .filter(lead -> Mentions.has(lead.answer, Sense.NUMBER))
                .filter(lead -> !lead.isDoubted() && !lead.isRefused() && !lead.isMeasured())
                .map(Lead::withoutTop);
    }

    private static boolean isBesideNumber(Token token) {
        return token.isAny(Sense.NUMBER, Sense.HALF, Sense.OPTION, Sense.OUT_OF)
                || (token.isAny(Mentions.FILLERS) && !token.is(Sense.AND));
    }

    /** Whether the number counts something else, as in "3 hours", but not in "41 last month". */
    private boolean isMeasured() {
        boolean isNext =
                rest.get(0).is(Sense.MEASURE) && !tokens.get(answer.size() - 1).is(Sense.AROUND);
        return isNext && !(rest.size() > 1 && rest.get(1).is(Sense.PREVIOUS));
    }

    /** Without an "of" at the end that no number follows. */
    private List<Token> withoutTop() {
        int end = answer.size();
        while (answer.get(end - 1).is(Sense.OUT_OF)) {
            end--;
        }
        return answer.subList(0, end);
    }

    /** A date or a time. No other number, day or month follows. */
    static Optional<List<Token>> date(List<Token> tokens) {
        return of(tokens, Lead::isAfterDate)
                .filter(lead -> Mentions.has(lead.answer, Remark.ANSWERS))
                .filter(lead -> !lead.isDoubted() && !lead.isLimit())
                .map(lead -> lead.answer);
    }

    private static boolean isAfterDate(Token token) {
        boolean isCompared = token.isAny(Sense.COMPARE, Sense.PAST) && !token.isAny(Sense.NUMBER, Sense.AROUND);
        return token.isUnknown() || token.is(Sense.BUT) || isCompared;
    }

    /** Whether it ends there or starts then: "5 o'clock or after", but not "5 o'clock, after work". */
    private boolean isLimit() {
        boolean isCompared = rest.get(0).isAny(Sense.COMPARE, Sense.PAST);
        return (isCompared && rest.stream().noneMatch(Token::isUnknown))
                || rest.get(0).isAny(Sense.NOT, Sense.NOT_AFTER);
    }

    private boolean isDoubted() {
        return Mentions.has(rest, DOUBTS) || Mentions.has(rest, Sense.NUMBER, Sense.DAY, Sense.MONTH);
    }

    /** Whether a "not" or a comparison is near. After an "and", it is about something else. */
    private boolean isRefused() {
        return !rest.get(0).is(Sense.AND) && Mentions.has(rest.subList(0, Math.min(NEAR, rest.size())), REFUSALS);
    }

    /** A yes or a no. The opposite does not follow. */
    static Optional<List<Token>> yesOrNo(List<Token> tokens) {
        return of(tokens, token -> !token.isAny(Sense.YES, Sense.NO) && !token.isAny(Mentions.FILLERS))
                .filter(lead -> Mentions.has(lead.answer, Sense.YES, Sense.NO))
                .filter(lead -> !lead.isOpposed() && !Mentions.has(lead.rest, Sense.UNSURE, Sense.OR))
                .map(lead -> lead.answer);
    }

    private boolean isOpposed() {
        return Mentions.has(answer, Sense.NO)
                ? Mentions.has(rest, Sense.YES)
                : rest.get(0).isAny(Sense.NOT, Sense.NOT_AFTER) || Mentions.has(rest, Sense.NO);
    }

    /** The expressions before the first one that starts a remark; empty without a remark. */
    private static Optional<Lead> of(List<Token> tokens, Predicate<Token> starts) {
        int end = 0;
        while (end < tokens.size() && !starts.test(tokens.get(end))) {
            end++;
        }
        return end == tokens.size() ? Optional.empty() : Optional.of(new Lead(tokens, end));
    }
}
