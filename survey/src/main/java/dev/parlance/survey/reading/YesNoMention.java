package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds a yes or a no in a reply that says more: "um yes I think so", "no, I don't have time". */
public final class YesNoMention {
    /** A reply that asks is no certain answer. */
    private static final Pattern QUESTION = Pattern.compile("[?\\uFF1F\\u061F]\\s*$");

    private YesNoMention() {}

    /**
     * Finds yes or no.
     *
     * @param question the question as it was asked: its words may come back in the reply
     */
    public static Guess<Boolean> read(String reply, Words words, String question) {
        List<Token> all = ReplyTokens.of(reply, words);
        List<Token> tokens = Mentions.afterCorrection(all);
        if (Mentions.has(tokens, Sense.UNSURE, Sense.OR, Sense.BUT)
                || tokens.stream().anyMatch(Token::isDigits)) {
            return Guess.none();
        }
        Set<String> asked = Set.copyOf(Units.of(question));
        boolean yes = false;
        boolean no = false;
        boolean isNegated = false;
        int unknown = 0;
        for (Token token : tokens) {
            if (token.is(Sense.NO)) {
                no = true;
            } else if (token.is(Sense.YES)) {
                yes = true;
            } else if (token.isAny(Sense.NOT, Sense.NOT_AFTER)) {
                isNegated = true;
            } else if (!Mentions.changesNothing(token, asked)) {
                unknown++;
            }
        }
        if (yes == no || unknown > Mentions.MOST_UNKNOWN) {
            return Guess.none();
        }
        // "Yes" beside "not" can mean either; "no" beside "not" is still no.
        if (isNegated) {
            return yes ? Guess.none() : Guess.perhaps(List.of(false));
        }
        boolean startsWithIt = tokens.stream()
                // In many languages "yes" is also a word that changes nothing: "yes, 4".
                .filter(token -> token.isAny(Sense.YES, Sense.NO) || !token.is(Sense.AROUND))
                .findFirst()
                .filter(token -> token.isAny(Sense.YES, Sense.NO))
                .isPresent();
        if (unknown == 0) {
            boolean isCertain =
                    tokens.size() == all.size() && !QUESTION.matcher(reply).find();
            return isCertain ? Guess.sure(yes) : Guess.perhaps(List.of(yes));
        }
        return startsWithIt ? Guess.perhaps(List.of(yes)) : Guess.none();
    }
}
