package dev.parlance.survey.reading;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * One expression of a reply.
 *
 * @param text the expression as it is compared
 * @param senses what it can be, with a value for those that have one
 * @param isDigits whether it is a number in digits
 */
record Token(String text, Map<Sense, Meaning> senses, boolean isDigits) {
    /**
     * A sense's value and where it is defined.
     *
     * @param value the value; zero if the sense has none
     * @param place the file and line
     */
    record Meaning(BigDecimal value, String place) {}

    static Token unknown(String text) {
        return new Token(text, Map.of(), false);
    }

    static Token of(String text, Sense sense, BigDecimal value, boolean isDigits) {
        return new Token(text, Map.of(sense, new Meaning(value, "")), isDigits);
    }

    boolean is(Sense sense) {
        return senses.containsKey(sense);
    }

    boolean isAny(Sense... some) {
        for (Sense sense : some) {
            if (is(sense)) {
                return true;
            }
        }
        return false;
    }

    boolean isUnknown() {
        return senses.isEmpty();
    }

    Optional<BigDecimal> value(Sense sense) {
        return Optional.ofNullable(senses.get(sense)).map(Meaning::value);
    }
}
