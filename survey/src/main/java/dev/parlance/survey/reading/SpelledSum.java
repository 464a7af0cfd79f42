package dev.parlance.survey.reading;

import java.math.BigDecimal;
import java.util.Optional;

/** Adds up the words of one number, from the first to the last. */
final class SpelledSum {
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal TWENTY = BigDecimal.valueOf(20);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    /** From here, "and a half" is half of the multiplier: two million and a half. */
    private static final BigDecimal LEAST_HALVED = BigDecimal.valueOf(100_000);

    /** The thousands and more that are complete. */
    private BigDecimal total = BigDecimal.ZERO;
    /** What the next multiplier multiplies. */
    private BigDecimal group = BigDecimal.ZERO;
    /** The last word. */
    private Optional<Token> last = Optional.empty();

    private BigDecimal fraction = BigDecimal.ZERO;
    private boolean isEmpty = true;

    BigDecimal value() {
        return total.add(group);
    }

    /**
     * Adds a word; false if it is no part of the number.
     *
     * @param and the "and" before the word
     * @param next the word after it
     */
    boolean add(Token word, Optional<Token> and, Optional<Token> next) {
        boolean isAdded = addSense(word, and, next);
        if (isAdded) {
            isEmpty = false;
            last = Optional.of(word);
        }
        return isAdded;
    }

    private boolean addSense(Token word, Optional<Token> and, Optional<Token> next) {
        if (word.is(Sense.FRACTION) && isEmpty && isNumber(next)) {
            return fraction(word);
        }
        if (word.is(Sense.TIMES) && (and.isEmpty() || startsGroup())) {
            return times(word);
        }
        if (word.is(Sense.NUMBER)) {
            return number(word, and, next);
        }
        return word.is(Sense.HALF) && half(next);
    }

    private static boolean isNumber(Optional<Token> token) {
        return token.filter(some -> some.isAny(Sense.NUMBER, Sense.TIMES)).isPresent();
    }

    private boolean startsGroup() {
        return isEmpty || (group.signum() == 0 && total.signum() > 0);
    }

    private boolean fraction(Token word) {
        fraction = word.value(Sense.FRACTION).orElseThrow();
        return true;
    }

    private boolean times(Token word) {
        BigDecimal times = word.value(Sense.TIMES).orElseThrow();
        BigDecimal many = group.signum() == 0 ? BigDecimal.ONE.add(fraction) : group;
        if (times.compareTo(THOUSAND) < 0) {
            if (group.compareTo(HUNDRED) >= 0) {
                return false;
            }
            group = many.multiply(times);
        } else if (group.signum() == 0 && total.signum() > 0 && times.compareTo(total) > 0) {
            // "Mil millones" is a thousand times a million.
            total = total.multiply(times);
        } else {
            total = total.add(many.multiply(times));
            group = BigDecimal.ZERO;
        }
        fraction = BigDecimal.ZERO;
        return true;
    }

    private boolean number(Token word, Optional<Token> and, Optional<Token> next) {
        BigDecimal value = word.value(Sense.NUMBER).orElseThrow();
        if (group.signum() == 0 && total.signum() == 0 && (isEmpty || fraction.signum() != 0)) {
            group = value.add(fraction);
            fraction = BigDecimal.ZERO;
            return true;
        }
        if (countsTenths(value, next)) {
            BigDecimal worth = last.flatMap(token -> token.value(Sense.TENTHS)).orElseThrow();
            group = group.add(value.multiply(worth));
            return true;
        }
        if (word.isDigits()) {
            return false;
        }
        boolean isAdded =
                follows(value, and.filter(token -> token.is(Sense.ONES_FIRST)).isPresent());
        group = isAdded ? group.add(value) : group;
        return isAdded;
    }

    /** "两百五" is 250, but "两百五十" has a five that belongs to what follows. */
    private boolean countsTenths(BigDecimal value, Optional<Token> next) {
        return last.filter(token -> token.is(Sense.TENTHS)).isPresent()
                && value.signum() > 0
                && value.compareTo(TEN) < 0
                && !isNumber(next);
    }

    /** Whether a number continues the one before it; otherwise, they are two numbers. */
    private boolean follows(BigDecimal value, boolean putsOnesFirst) {
        if (group.signum() == 0) {
            return total.signum() > 0;
        }
        boolean tensAndOnes = value.compareTo(TEN) < 0
                && group.remainder(TEN).signum() == 0
                && group.remainder(HUNDRED).compareTo(TWENTY) >= 0;
        boolean hundredsAndMore = value.compareTo(HUNDRED) < 0
                && group.compareTo(HUNDRED) >= 0
                && group.remainder(HUNDRED).signum() == 0;
        BigDecimal ones = group.remainder(HUNDRED);
        boolean onesBeforeTens = putsOnesFirst
                && ones.compareTo(TEN) < 0
                && ones.signum() > 0
                && value.compareTo(TWENTY) >= 0
                && value.compareTo(HUNDRED) < 0
                && value.remainder(TEN).signum() == 0;
        return tensAndOnes || hundredsAndMore || onesBeforeTens;
    }

    /** A half of what follows, as in "two and a half million", or of a large multiplier before it. */
    private boolean half(Optional<Token> next) {
        if (next.filter(token -> token.is(Sense.TIMES)).isPresent()) {
            group = group.add(HALF);
            return last.filter(token -> token.is(Sense.TIMES)).isEmpty();
        }
        Optional<BigDecimal> halved =
                last.flatMap(token -> token.value(Sense.TIMES)).filter(times -> times.compareTo(LEAST_HALVED) >= 0);
        halved.ifPresent(times -> total = total.add(times.multiply(HALF)));
        return halved.isPresent();
    }
}
