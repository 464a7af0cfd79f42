package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares labels: "not recommend" is "recommend" turned around. */
public final class Negation {
    private final List<String> positive;
    private final List<String> negative;
    private final Lexicon lexicon;

    private Negation(List<String> positive, List<String> negative, Lexicon lexicon) {
        this.positive = positive;
        this.negative = negative;
        this.lexicon = lexicon;
    }

    /** Whether a label is another one with one or more negating words in it. */
    public static boolean turns(String positive, String negative, Words words) {
        List<String> units = Units.of(positive);
        List<String> longer = Units.of(negative);
        return !units.isEmpty()
                && units.size() < longer.size()
                && new Negation(units, longer, Lexicon.of(words)).matches(0, 0);
    }

    /** Whether the rest of the longer label is the rest of the other with negating words in it. */
    private boolean matches(int inPositive, int inNegative) {
        if (inNegative == negative.size()) {
            return inPositive == positive.size();
        }
        boolean isSame = inPositive < positive.size()
                && positive.get(inPositive).equals(negative.get(inNegative))
                && matches(inPositive + 1, inNegative + 1);
        if (isSame) {
            return true;
        }
        int most = Math.min(lexicon.longest(), negative.size() - inNegative);
        for (int length = 1; length <= most; length++) {
            String expression = String.join(" ", negative.subList(inNegative, inNegative + length));
            if (isNegating(expression) && matches(inPositive, inNegative + length)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNegating(String expression) {
        Optional<Map<Sense, Token.Meaning>> senses = lexicon.find(expression);
        return senses.filter(found -> found.containsKey(Sense.NOT)
                        || found.containsKey(Sense.NOT_AFTER)
                        || found.containsKey(Sense.NO))
                .isPresent();
    }
}
