package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The clauses of a reply, as its punctuation separates them.
 *
 * @param tokens the expressions of each clause
 */
record Clauses(List<List<Token>> tokens) {
    private static final Pattern BREAK = Pattern.compile(
            "(?<=[?\\uFF1F\\u061F])|[,.;:!\\u060C\\u061B\\u0964]+(?=[\\s\\p{L}]|$)|\\s[\\-\\u2013\\u2014]+\\s|[\\uFF0C\\u3002\\uFF1B\\uFF1A\\uFF01\\uFF08\\uFF09()=\\u2026\\n]");
    private static final Pattern QUESTION = Pattern.compile("[?\\uFF1F\\u061F]$");

    /** The clauses that state something, without those that ask. */
    static Clauses stated(String reply, Words words) {
        List<List<Token>> clauses = new ArrayList<>();
        for (String clause : BREAK.split(reply)) {
            List<Token> tokens = QUESTION.matcher(clause).find() ? List.of() : ReplyTokens.of(clause, words);
            if (!tokens.isEmpty()) {
                clauses.add(tokens);
            }
        }
        return new Clauses(List.copyOf(clauses));
    }
}
