package dev.parlance.survey.reading;

import java.util.List;
import java.util.Set;

/** What the readers of a reply's expressions have in common. */
final class Mentions {
    /** More unknown words than this say something that the reader does not know. */
    static final int MOST_UNKNOWN = 3;

    /** "Nope, sorry, I already have it" corrects nothing: so many words without an answer are a remark. */
    private static final int LONG_REST = 3;

    /** What surrounds an answer and changes nothing. */
    static final Sense[] FILLERS = {
        Sense.AROUND, Sense.AND, Sense.ONLY, Sense.YES, Sense.PREFIX, Sense.VERY, Sense.HEDGE
    };

    /** What a number counts. */
    static final Sense[] UNITS = {Sense.UNIT, Sense.AGE, Sense.PEOPLE, Sense.MONEY};

    private Mentions() {}

    /** The part of a reply that answers: in "no wait, 5 because it was late", the 5. */
    static List<Token> answer(List<Token> tokens, Trail trail) {
        int last = tokens.size() - 1;
        if (last > 0 && trail.takes(tokens.get(last), Sense.CORRECTION)) {
            // "4, sorry" corrects nothing.
            return answer(tokens.subList(0, last), trail);
        }
        for (int i = last - 1; i >= 0; i--) {
            List<Token> rest = tokens.subList(i + 1, tokens.size());
            boolean isDenial = Denial.isAt(tokens, i) && trail.takes(tokens.get(i), Sense.NO);
            if (isDenial || trail.takes(tokens.get(i), Sense.CORRECTION)) {
                boolean isApology = i > 0 && rest.size() >= LONG_REST && !has(rest, Remark.ANSWERS);
                return isApology ? answer(tokens.subList(0, i), trail) : Remark.cut(rest, trail);
            }
        }
        return Remark.cut(tokens, trail);
    }

    /** The answer to a question for a date or time, where "the 5th, no the 6th" takes the first one back. */
    static List<Token> latest(List<Token> tokens, Trail trail) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (Denial.isBetweenDates(tokens, i) && trail.takes(tokens.get(i), Sense.NO)) {
                return answer(tokens.subList(i + 1, tokens.size()), trail);
            }
        }
        return answer(tokens, trail);
    }

    static boolean has(List<Token> tokens, Sense... senses) {
        return tokens.stream().anyMatch(token -> token.isAny(senses));
    }

    /** Whether an expression changes nothing: it surrounds the answer, or the question has it too. */
    static boolean changesNothing(Token token, Set<String> asked) {
        return token.isAny(FILLERS) || asked.contains(token.text());
    }
}
