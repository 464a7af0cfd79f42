package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people add to an answer: "four, including the baby", "5 (but only because of Maria)".
 *
 * @param answer the text before the remark
 */
record Remark(String answer) {
    private static final Pattern BREAK = Pattern.compile(
            "[,.;:!\\u060C\\u061B\\u0964](?=\\s)|\\s[(\\-\\u2013\\u2014]|[\\uFF0C\\u3002\\uFF1B\\uFF08\\n]");

    /** What an answer can be. */
    static final Sense[] ANSWERS = {
        Sense.NUMBER,
        Sense.LABEL,
        Sense.ORDINAL,
        Sense.YES,
        Sense.NO,
        Sense.DAY,
        Sense.DAYS,
        Sense.MONTHS,
        Sense.YEARS,
        Sense.MONTH,
        Sense.WEEKDAY,
        Sense.HOLIDAY,
        Sense.NOON,
        Sense.ALL,
        Sense.NONE
    };

    /** The expressions before a remark that starts with a word such as "because", "including", "why" or "if". */
    static List<Token> cut(List<Token> tokens, Trail trail) {
        for (int i = 1; i < tokens.size(); i++) {
            Token word = tokens.get(i);
            boolean starts = word.isAny(Sense.REMARK, Sense.CLAUSE)
                    && !word.is(Sense.LABEL)
                    && !tokens.get(i - 1).is(Sense.NOT);
            boolean isAnswered = Mentions.has(tokens.subList(0, i), ANSWERS);
            if (starts && isAnswered && !isDoubted(tokens.subList(i + 1, tokens.size()), word)) {
                trail.takes(word, Sense.REMARK, Sense.CLAUSE);
                return tokens.subList(0, i);
            }
        }
        return tokens;
    }

    /** Whether what follows can change the answer. A reason can't: "4 because of the wait". */
    private static boolean isDoubted(List<Token> rest, Token start) {
        return Mentions.has(rest, Sense.OR) || (!start.is(Sense.REMARK) && Mentions.has(rest, Sense.UNSURE));
    }

    /** Finds a remark that can't change the answer: it has no number, no doubt and no comparison. */
    static Optional<Remark> after(String reply, Words words) {
        Matcher end = BREAK.matcher(reply);
        if (!end.find() || end.start() == 0) {
            return Optional.empty();
        }
        List<Token> rest = ReplyTokens.of(reply.substring(end.start()), words);
        boolean canChange = Mentions.has(
                rest, Sense.NUMBER, Sense.UNSURE, Sense.COMPARE, Sense.OR, Sense.CORRECTION, Sense.MEASURE);
        return canChange ? Optional.empty() : Optional.of(new Remark(reply.substring(0, end.start())));
    }
}
