package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The clauses of a reply, as its punctuation separates them.
 *
 * @param all the clauses, without those that ask
 */
record Clauses(List<Clause> all) {
    private static final Pattern BREAK = Pattern.compile(
            "(?<=[?\\uFF1F\\u061F])|[,.;:!\\u060C\\u061B\\u0964]+(?=[\\s\\p{L}]|$)|\\s[\\-\\u2013\\u2014]+\\s|[\\uFF0C\\u3002\\uFF1B\\uFF1A\\uFF01\\uFF08\\uFF09()=\\u2026\\n]");
    private static final Pattern QUESTION = Pattern.compile("[?\\uFF1F\\u061F]$");

    /**
     * One clause.
     *
     * @param text its text
     * @param tokens its expressions
     */
    record Clause(String text, List<Token> tokens) {}

    static Clauses stated(String reply, Words words) {
        List<Clause> clauses = new ArrayList<>();
        for (String text : BREAK.split(reply, -1)) {
            List<Token> tokens = QUESTION.matcher(text).find() ? List.of() : ReplyTokens.of(text, words);
            if (!tokens.isEmpty()) {
                clauses.add(new Clause(text.strip(), tokens));
            }
        }
        return new Clauses(List.copyOf(clauses));
    }

    boolean has(Sense... senses) {
        return all.stream().anyMatch(clause -> Mentions.has(clause.tokens(), senses));
    }
}
