package dev.parlance.survey.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Options that a reply names by their place or number: "the last one", "second", "option b", "2", "1 to 3". */
record OptionPlaces(OptionLabels labels, OptionChoice choice, Set<String> asked, boolean several, Trail trail) {
    /** The option that the last one, an order or a letter names. */
    Optional<Integer> named(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        if (trail.takes(token, Sense.LAST)) {
            return Optional.of(labels.count() - 1);
        }
        Optional<Integer> order = place(token, Sense.ORDINAL);
        if (order.isPresent()) {
            trail.takes(token, Sense.ORDINAL);
            if (Mentions.has(tokens, Sense.LABEL)) {
                // "First cough, then fever".
                choice.isUnsure();
            }
            return order;
        }
        Optional<Integer> letter = at > 0 && tokens.get(at - 1).is(Sense.OPTION) && !token.is(Sense.NUMBER)
                ? labels.letter(token.text())
                : Optional.empty();
        letter.ifPresent(option -> trail.note(token, "letter of an option"));
        return letter;
    }

    /** A number chooses an option unless it counts something: "4 days of cough". Returns false if it chooses none. */
    boolean number(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        BigDecimal number = token.value(Sense.NUMBER).orElseThrow();
        boolean isArticle =
                !token.isDigits() && number.compareTo(BigDecimal.ONE) == 0 && Mentions.has(tokens, Sense.LABEL);
        if (isArticle) {
            trail.note(token, "an article");
            return true;
        }
        if (isPronoun(tokens, at)) {
            trail.note(token, "the option itself");
            return true;
        }
        Optional<Integer> place = token.value(Sense.NUMBER).flatMap(labels::withKey);
        // "Just the two of us" is a number of people.
        boolean isPlace = place.isPresent()
                && !token.is(Sense.HEDGE)
                && !isFollowedBy(tokens, at, Sense.MEASURE, Sense.DAYS, Sense.MONTHS, Sense.YEARS);
        if (!isPlace) {
            trail.stray(token);
            return false;
        }
        trail.note(token, "number of an option");
        if (isFollowedBy(tokens, at, Mentions.UNITS)
                && !isFollowedBy(tokens, at, Sense.ONE, Sense.OPTION)
                && !asked.contains(tokens.get(at + 1).text())) {
            choice.isUnsure();
        }
        int option = place.get();
        Optional<Integer> first = several && at > 1 && tokens.get(at - 1).is(Sense.TO)
                ? tokens.get(at - 2).value(Sense.NUMBER).flatMap(labels::withKey)
                : Optional.empty();
        if (first.isPresent()) {
            for (int between = first.get() + 1; between < option; between++) {
                choice.choose(between);
            }
            choice.isUnsure();
        }
        choice.name(tokens, at, option);
        return true;
    }

    /** Whether a "one" stands for the option before it: "the second one", "the 2nd one". */
    private boolean isPronoun(List<Token> tokens, int at) {
        return at > 0 && !tokens.get(at).isDigits() && tokens.get(at).is(Sense.ONE) && isOrdinal(tokens, at - 1);
    }

    private boolean isOrdinal(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        boolean isInDigits = at > 0
                && tokens.get(at - 1).isDigits()
                && labels.isOrdinal(tokens.get(at - 1).text() + token.text());
        return token.is(Sense.ORDINAL) || isInDigits;
    }

    /** The option at the place that a number or an ordinal names, from 0, if there is one. */
    private Optional<Integer> place(Token token, Sense sense) {
        return token.value(sense)
                .filter(place -> place.scale() <= 0
                        && place.signum() > 0
                        && place.compareTo(BigDecimal.valueOf(labels.count())) <= 0)
                .map(place -> place.intValue() - 1);
    }

    private static boolean isFollowedBy(List<Token> tokens, int at, Sense... senses) {
        return at + 1 < tokens.size() && tokens.get(at + 1).isAny(senses);
    }

    /** How many options "the first two", "die ersten beiden" or "les deux premiers" are. */
    Optional<Integer> firstFew(List<Token> tokens, int at) {
        if (at + 1 == tokens.size()) {
            return Optional.empty();
        }
        Token one = tokens.get(at);
        Token other = tokens.get(at + 1);
        Optional<Integer> few = isFirst(one) ? few(other) : isFirst(other) ? few(one) : Optional.empty();
        return few.filter(count -> count > 1 && count <= labels.count()).filter(count -> {
            trail.note(one, "the first options");
            return true;
        });
    }

    private static boolean isFirst(Token token) {
        return token.value(Sense.ORDINAL).filter(BigDecimal.ONE::equals).isPresent();
    }

    private Optional<Integer> few(Token token) {
        return token.is(Sense.BOTH)
                ? Optional.of(2)
                : place(token, Sense.NUMBER).map(place -> place + 1);
    }
}
