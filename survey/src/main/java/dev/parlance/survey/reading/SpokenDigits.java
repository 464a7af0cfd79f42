package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A long number that is said in pieces: "four one five", "cincuenta y cinco doce", "double seven". */
final class SpokenDigits {
    private static final int FEWEST_PIECES = 3;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Sense[] BETWEEN = {Sense.AROUND, Sense.AND, Sense.PREFIX, Sense.HEDGE};

    private final Lexicon lexicon;
    private final List<String> units;
    private final StringBuilder digits = new StringBuilder();
    private int pieces;
    private int times = 1;

    private SpokenDigits(String text, Words words) {
        this.lexicon = Lexicon.of(words);
        this.units = Units.of(text);
    }

    /** The digits of all pieces; empty if the text says anything else. */
    static Optional<String> in(String text, Words words) {
        return new SpokenDigits(text, words).read();
    }

    private Optional<String> read() {
        int at = 0;
        while (at < units.size()) {
            int length = Math.min(lexicon.longest(), units.size() - at);
            while (length > 0 && !take(String.join(" ", units.subList(at, at + length)))) {
                length--;
            }
            if (length == 0) {
                return Optional.empty();
            }
            at += length;
        }
        return pieces < FEWEST_PIECES || times > 1 ? Optional.empty() : Optional.of(digits.toString());
    }

    private boolean take(String text) {
        if (text.matches("\\d+")) {
            return append(text);
        }
        Map<Sense, Token.Meaning> senses = lexicon.find(text).orElse(Map.of());
        Token token = new Token(text, senses, false);
        Optional<BigDecimal> number =
                token.value(Sense.DIGIT).or(() -> token.value(Sense.NUMBER)).or(() -> token.value(Sense.HEARD));
        if (number.isPresent() && isTwoDigits(text, number.get())) {
            return false;
        }
        if (number.isPresent()) {
            boolean isWhole = number.get().signum() >= 0
                    && number.get().stripTrailingZeros().scale() <= 0;
            return isWhole && append(number.get().toPlainString());
        }
        if (token.is(Sense.REPEATED)) {
            times = token.value(Sense.REPEATED).orElseThrow().intValue();
            return true;
        }
        // "Eight hundred" is 800.
        boolean isHundred =
                pieces > 0 && token.value(Sense.TIMES).filter(HUNDRED::equals).isPresent();
        return isHundred ? append("00") : token.isAny(BETWEEN);
    }

    /** Whether an expression such as "um dois", elsewhere a two with an article, is a one and a two here. */
    private boolean isTwoDigits(String text, BigDecimal number) {
        int blank = text.indexOf(' ');
        return blank > 0
                && isNumber(text.substring(0, blank), BigDecimal.ONE)
                && isNumber(text.substring(blank + 1), number);
    }

    private boolean isNumber(String text, BigDecimal number) {
        return lexicon.find(text)
                .map(senses -> new Token(text, senses, false))
                .flatMap(token -> token.value(Sense.NUMBER))
                .filter(number::equals)
                .isPresent();
    }

    private boolean append(String piece) {
        digits.append(piece.repeat(times));
        times = 1;
        pieces++;
        return true;
    }
}
