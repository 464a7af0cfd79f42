package dev.parlance.survey.reading;

import java.util.List;
import java.util.Set;

/** What the readers of a reply's expressions have in common. */
final class Mentions {
    /** More unknown words than this say something that the reader does not know. */
    static final int MOST_UNKNOWN = 3;

    private Mentions() {}

    /** What is left after the last correction: in "no wait, 5", the 5. */
    static List<Token> afterCorrection(List<Token> tokens) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (tokens.get(i).is(Sense.CORRECTION) && i < tokens.size() - 1) {
                return tokens.subList(i + 1, tokens.size());
            }
        }
        return tokens;
    }

    static boolean has(List<Token> tokens, Sense... senses) {
        return tokens.stream().anyMatch(token -> token.isAny(senses));
    }

    /** Whether an expression changes nothing: it surrounds the answer, or the question has it too. */
    static boolean changesNothing(Token token, Set<String> asked) {
        return token.isAny(Sense.AROUND, Sense.AND, Sense.ONLY, Sense.YES, Sense.PREFIX)
                || asked.contains(token.text());
    }
}
