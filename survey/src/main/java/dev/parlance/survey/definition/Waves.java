package dev.parlance.survey.definition;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * How often the same people get a survey again. Immutable.
 *
 * <pre>{@code
 * Waves monthly = Waves.every(Period.ofMonths(1), 6);
 * }</pre>
 *
 * @param every the time from the start of a wave to the start of the next one
 * @param most the number of waves, including the first
 */
public record Waves(Period every, int most) {
    static final int MAX = 1_000;
    static final String PERIODS = "a number of days, weeks, months or years such as P1M";
    /** The schema has the same pattern. */
    static final Pattern PERIOD = Pattern.compile("P([1-9]\\d{0,3}[DMY]|[1-9]\\d{0,2}W)");

    /** Checks both: a period of days, months or years, and 2 to 1,000 waves. */
    public Waves {
        if (!PERIOD.matcher(every.toString()).matches()) {
            throw new IllegalArgumentException("The time between waves must be " + PERIODS + ", not " + every);
        }
        if (most < 2 || most > MAX) {
            throw new IllegalArgumentException("There must be 2 to 1,000 waves, not " + most);
        }
    }

    /** Waves with this time between them. */
    public static Waves every(Period time, int most) {
        return new Waves(time, most);
    }

    /**
     * When a wave begins: at the same local time as the first one. It does not depend on when the waves in between began.
     *
     * @param wave its number, from 1
     */
    public Instant begin(int wave, Instant first, ZoneId zone) {
        return first.atZone(zone).plus(every.multipliedBy(wave - 1)).toInstant();
    }
}
