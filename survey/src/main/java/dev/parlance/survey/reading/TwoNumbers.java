package dev.parlance.survey.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a reply with two numbers means: "4 or 5", "4 to 5", "not 4 but 5", "12 euros 50". */
final class TwoNumbers {
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    private final List<Token> tokens;
    private final List<BigDecimal> numbers;
    private final Trail trail;

    TwoNumbers(List<Token> tokens, List<BigDecimal> numbers, Trail trail) {
        this.tokens = tokens;
        this.numbers = numbers;
        this.trail = trail;
    }

    Guess<BigDecimal> read(int decimals) {
        if (numbers.get(0).compareTo(numbers.get(1)) == 0) {
            return Guess.perhaps(numbers.subList(0, 1)).because(trail.so("one number, twice"));
        }
        if (isDeniedBetween()) {
            return Guess.perhaps(numbers).because(trail.so("a number, or the one after a no"));
        }
        if (Mentions.has(tokens, Sense.OR)) {
            return Guess.perhaps(numbers).because(trail.so("one of two numbers"));
        }
        if (Mentions.has(tokens, Sense.TO)) {
            boolean isClose = numbers.get(0).subtract(numbers.get(1)).abs().compareTo(BigDecimal.ONE) <= 0;
            return isClose
                    ? Guess.perhaps(numbers).because(trail.so("one of two neighbouring numbers"))
                    : trail.none("a range");
        }
        Optional<BigDecimal> amount = decimals < 2 ? Optional.empty() : amount();
        return amount.isPresent()
                ? Guess.perhaps(List.of(amount.get())).because(trail.so("an amount with its unit in the middle"))
                : trail.none("two numbers");
    }

    /** "Seven, no, eight". */
    private boolean isDeniedBetween() {
        return Mentions.has(tokens.subList(first() + 1, tokens.size()), Sense.NO);
    }

    private int first() {
        int first = 0;
        while (!tokens.get(first).is(Sense.NUMBER)) {
            first++;
        }
        return first;
    }

    /** "12 euros 50", "twelve dollars and fifty cents", and the Chinese "12块5" with tenths. */
    private Optional<BigDecimal> amount() {
        boolean areParts = numbers.get(0).scale() <= 0
                && numbers.get(1).scale() <= 0
                && numbers.get(1).compareTo(BigDecimal.valueOf(100)) < 0;
        boolean endsWithThem = tokens.get(tokens.size() - 1).isAny(Sense.NUMBER, Sense.MONEY);
        return unitBetween().filter(unit -> areParts && endsWithThem).map(unit -> {
            Optional<BigDecimal> worth =
                    unit.value(Sense.TENTHS).filter(tenth -> numbers.get(1).compareTo(BigDecimal.TEN) < 0);
            return numbers.get(0).add(numbers.get(1).multiply(worth.orElse(HUNDREDTH)));
        });
    }

    private Optional<Token> unitBetween() {
        for (int i = first() + 1; !tokens.get(i).is(Sense.NUMBER); i++) {
            if (tokens.get(i).is(Sense.MONEY)) {
                return Optional.of(tokens.get(i));
            }
        }
        return Optional.empty();
    }
}
