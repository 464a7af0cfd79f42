package dev.parlance.survey.index;

import java.time.Instant;
import java.util.Optional;

/** Times as whole seconds from the year 2000 on, plus 1; 0 for none. An earlier time becomes 1. Good for 68 years. */
public final class Seconds {
    private static final long START = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond() - 1;

    private Seconds() {}

    static int of(Optional<Instant> time) {
        return time.map(Seconds::of).orElse(0);
    }

    /** The number of a time. */
    public static int of(Instant time) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, time.getEpochSecond() - START));
    }

    /** The time with a number. */
    public static Instant time(int seconds) {
        return Instant.ofEpochSecond(seconds + START);
    }
}
