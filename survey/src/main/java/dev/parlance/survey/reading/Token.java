package dev.parlance.survey.reading;

import java.math.BigDecimal;
import java.util.List;
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
     * @param values the values; usually one, which is zero if the sense has none
     * @param place the file and line; empty for signs and digits
     */
    record Meaning(List<BigDecimal> values, String place) {
        static Meaning of(BigDecimal value, String place) {
            return new Meaning(List.of(value), place);
        }
    }

    static Token unknown(String text) {
        return new Token(text, Map.of(), false);
    }

    static Token of(String text, Sense sense, BigDecimal value, boolean isDigits) {
        return new Token(text, Map.of(sense, Meaning.of(value, "")), isDigits);
    }

    /** An expression that joins others into a number. Each place from which it comes stays known. */
    static Token joined(List<Token> parts, BigDecimal value) {
        String text = String.join(" ", parts.stream().map(Token::text).toList());
        List<String> places = parts.stream()
                .flatMap(part -> part.senses().values().stream().limit(1))
                .map(Meaning::place)
                .filter(place -> !place.isEmpty())
                .distinct()
                .toList();
        Meaning meaning = Meaning.of(value, String.join(", ", places));
        return new Token(text, Map.of(Sense.NUMBER, meaning), parts.get(0).isDigits());
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
        return Optional.ofNullable(senses.get(sense))
                .map(meaning -> meaning.values().get(0));
    }

    /** The value of a sense as a whole number; zero if it has none. */
    int whole(Sense sense) {
        return value(sense).map(BigDecimal::intValue).orElse(0);
    }

    /** All values of a sense: a word can be both yesterday and tomorrow. */
    List<BigDecimal> values(Sense sense) {
        Meaning meaning = senses.get(sense);
        return meaning == null ? List.of() : meaning.values();
    }

    /** What it is in this sense, and where that is defined: {@code number 3 (en.txt:88)}. */
    String explained(Sense sense) {
        Meaning meaning = senses.get(sense);
        StringBuilder text = new StringBuilder(sense.section());
        if (meaning != null) {
            meaning.values().stream()
                    .filter(value -> value.signum() != 0)
                    .forEach(value -> text.append(' ').append(value.toPlainString()));
            text.append(meaning.place().isEmpty() ? "" : " (" + meaning.place() + ")");
        }
        return text.toString();
    }
}
