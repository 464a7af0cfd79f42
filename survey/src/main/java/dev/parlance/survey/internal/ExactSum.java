package dev.parlance.survey.internal;

import dev.parlance.survey.store.Tally;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/** Adds numbers to a tally as multiples of 10⁰, 10⁹, 10⁻⁹ and so on, so that sums are exact. */
final class ExactSum {
    private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);

    private ExactSum() {}

    /** Adds a number. The last part of an amount's name is its power of ten. */
    static void add(Tally.Builder tally, BigDecimal number, String... name) {
        int exponent = -9 * Math.max(0, (number.scale() + 8) / 9);
        BigInteger rest = number.movePointLeft(exponent).toBigIntegerExact();
        for (; rest.signum() != 0; exponent += 9) {
            BigInteger[] parts = rest.divideAndRemainder(BILLION);
            String[] whole = Arrays.copyOf(name, name.length + 1);
            whole[name.length] = Integer.toString(exponent);
            tally.add(AmountName.of(whole), parts[1].longValueExact());
            rest = parts[0];
        }
    }
}
