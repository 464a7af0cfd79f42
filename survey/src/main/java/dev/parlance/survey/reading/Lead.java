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
    private static final Sense[] REFUSALS = {Sense.NOT, Sense.NOT_AFTER, Sense.COMPARE, Sense.MEASURE};

    /** How many expressions after the answer can still be about it: in "4 I don't give", there are two. */
    private static final int NEAR = 2;

    private Lead() {}

    /** A number with its unit. No other number follows. */
    static Optional<List<Token>> number(List<Token> tokens, QuestionUnits units) {
        return of(tokens, token -> !isBesideNumber(token) && !units.fits(token))
                .filter(lead -> Mentions.has(lead, Sense.NUMBER) && isUnchanged(tokens, lead));
    }

    private static boolean isBesideNumber(Token token) {
        return token.isAny(Sense.NUMBER, Sense.HALF, Sense.OPTION, Sense.OUT_OF)
                || (token.isAny(Mentions.FILLERS) && !token.is(Sense.AND));
    }

    /** A date or a time. No other number, day or month follows. */
    static Optional<List<Token>> date(List<Token> tokens) {
        return of(tokens, Lead::isOther)
                .filter(lead -> Mentions.has(lead, Remark.ANSWERS) && isUnchanged(tokens, lead));
    }

    private static boolean isOther(Token token) {
        return token.isUnknown() || token.is(Sense.BUT);
    }

    private static boolean isUnchanged(List<Token> tokens, List<Token> lead) {
        List<Token> rest = tokens.subList(lead.size(), tokens.size());
        return !Mentions.has(rest, DOUBTS)
                && !Mentions.has(rest, Sense.NUMBER, Sense.DAY, Sense.MONTH)
                && !Mentions.has(rest.subList(0, Math.min(NEAR, rest.size())), REFUSALS);
    }

    /** A yes or a no. The opposite does not follow. */
    static Optional<List<Token>> yesOrNo(List<Token> tokens) {
        return of(tokens, token -> !token.isAny(Sense.YES, Sense.NO) && !token.isAny(Mentions.FILLERS))
                .filter(lead -> Mentions.has(lead, Sense.YES, Sense.NO) && isUncontested(tokens, lead));
    }

    private static boolean isUncontested(List<Token> tokens, List<Token> lead) {
        List<Token> rest = tokens.subList(lead.size(), tokens.size());
        boolean isYes = !Mentions.has(lead, Sense.NO);
        boolean isOpposed = isYes
                ? rest.get(0).isAny(Sense.NOT, Sense.NOT_AFTER) || Mentions.has(rest, Sense.NO)
                : Mentions.has(rest, Sense.YES);
        return !isOpposed && !Mentions.has(rest, Sense.UNSURE, Sense.OR);
    }

    /** The expressions before the first one that starts a remark; empty if there is none. */
    private static Optional<List<Token>> of(List<Token> tokens, Predicate<Token> starts) {
        int end = 0;
        while (end < tokens.size() && !starts.test(tokens.get(end))) {
            end++;
        }
        return end == tokens.size() ? Optional.empty() : Optional.of(tokens.subList(0, end));
    }
}
