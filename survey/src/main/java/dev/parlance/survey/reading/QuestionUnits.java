package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The units that the answer to a question can have: "4 stars" is a rating, "4 euros" is not.
 *
 * @param asked the words of the question
 * @param senses the units that its answer can have
 */
record QuestionUnits(Set<String> asked, Set<Sense> senses) {
    static QuestionUnits of(String question, Words words, NumberMention.Scale scale) {
        Set<String> asked = Set.copyOf(Units.of(question));
        if (scale.isShort()) {
            return new QuestionUnits(asked, EnumSet.of(Sense.UNIT));
        }
        List<Token> tokens = ReplyTokens.of(question, words);
        Set<Sense> named = EnumSet.noneOf(Sense.class);
        for (Sense unit : Mentions.UNITS) {
            if (Mentions.has(tokens, unit)) {
                named.add(unit);
            }
        }
        return new QuestionUnits(asked, named.isEmpty() ? EnumSet.copyOf(List.of(Mentions.UNITS)) : named);
    }

    /** Whether an expression is a unit of the question. */
    boolean fits(Token token) {
        return token.isAny(Mentions.UNITS)
                && (asked.contains(token.text()) || senses.stream().anyMatch(token::is));
    }
}
