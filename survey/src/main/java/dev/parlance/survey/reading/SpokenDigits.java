package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A long number that is said in pieces: "four one five", "cincuenta y cinco doce". */
final class SpokenDigits {
    private static final int FEWEST_PIECES = 3;

    private SpokenDigits() {}

    /** The digits of all pieces; empty if the text says anything else. */
    static Optional<String> in(String text, Words words) {
        List<Token> tokens = ReplyTokens.of(text, words);
        StringBuilder digits = new StringBuilder();
        int pieces = 0;
        for (Token token : tokens) {
            Optional<String> piece = piece(token);
            if (piece.isPresent()) {
                digits.append(piece.get());
                pieces++;
            } else if (!token.isAny(Sense.AROUND, Sense.AND, Sense.PREFIX)) {
                return Optional.empty();
            }
        }
        return pieces < FEWEST_PIECES ? Optional.empty() : Optional.of(digits.toString());
    }

    private static Optional<String> piece(Token token) {
        if (token.isDigits()) {
            return Optional.of(token.text().replaceAll("\\D", ""));
        }
        return token.value(Sense.NUMBER)
                .or(() -> token.value(Sense.HEARD))
                .filter(number ->
                        number.signum() >= 0 && number.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::toPlainString);
    }
}
