package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the answers that a question suggests: in "Front or back?", both. */
public final class Alternatives {
    private static final Pattern END = Pattern.compile("(?<=[.!?\\u3002\\uFF01\\uFF1F\\u061F\\u0964\\n])");
    private static final Pattern QUESTION = Pattern.compile(".*[?\\uFF1F\\u061F]\\s*", Pattern.DOTALL);

    private Alternatives() {}

    /**
     * Finds the expressions that stand beside an "or".
     *
     * @param text what is asked; only sentences with a question mark count
     * @param expressions the expressions to look for
     */
    public static Set<String> in(String text, Set<String> expressions, Words words) {
        Map<String, String> byKey = new HashMap<>();
        expressions.forEach(expression -> byKey.put(Units.key(expression), expression));
        Map<String, Token> labels = new HashMap<>();
        byKey.keySet().forEach(key -> labels.put(key, Token.of(key, Sense.LABEL, BigDecimal.ZERO, false)));
        Set<String> found = new LinkedHashSet<>();
        for (String sentence : END.split(text, -1)) {
            if (QUESTION.matcher(sentence).matches()) {
                List<Token> tokens = ReplyTokens.of(sentence, words, labels);
                for (int i = 0; i < tokens.size(); i++) {
                    if (tokens.get(i).is(Sense.LABEL) && isBesideOr(tokens, i)) {
                        found.add(byKey.getOrDefault(
                                tokens.get(i).text(), tokens.get(i).text()));
                    }
                }
            }
        }
        return found;
    }

    private static boolean isBesideOr(List<Token> tokens, int at) {
        return isOr(tokens, at - 1, -1) || isOr(tokens, at + 1, 1);
    }

    /** Whether the next expression that means something is an "or": "or to stop". */
    private static boolean isOr(List<Token> tokens, int from, int step) {
        int at = from;
        while (at >= 0 && at < tokens.size() && tokens.get(at).isAny(Sense.AROUND, Sense.TO)) {
            at += step;
        }
        return at >= 0 && at < tokens.size() && tokens.get(at).is(Sense.OR);
    }
}
