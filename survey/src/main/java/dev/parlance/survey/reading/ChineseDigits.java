package dev.parlance.survey.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A number in Chinese digits, written one by one as in a year: 二〇二六. */
final class ChineseDigits {
    private static final int FEWEST = 4;
    private static final int MOST = 15;

    private ChineseDigits() {}

    /** The digits from 0 to 9; empty if there are too few, as in 三四, which is three or four. */
    static String startingAt(List<String> units, int at, Lexicon lexicon) {
        StringBuilder digits = new StringBuilder();
        for (int i = at; i < units.size() && digits.length() < MOST; i++) {
            Optional<BigDecimal> digit = digit(units.get(i), lexicon);
            if (digit.isEmpty()) {
                break;
            }
            digits.append(digit.get().toPlainString());
        }
        return digits.length() < FEWEST ? "" : digits.toString();
    }

    private static Optional<BigDecimal> digit(String unit, Lexicon lexicon) {
        if (!Character.isIdeographic(unit.codePointAt(0))) {
            return Optional.empty();
        }
        Token token = new Token(unit, lexicon.find(unit).orElse(Map.of()), false);
        return token.value(Sense.DIGIT)
                .or(() -> token.value(Sense.NUMBER))
                .filter(value -> value.signum() >= 0 && value.compareTo(BigDecimal.TEN) < 0 && value.scale() <= 0);
    }
}
