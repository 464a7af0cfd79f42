package dev.parlance.serverless;

import java.time.Instant;
import java.util.Optional;

/**
 * Selects lines of a log.
 *
 * @param most the maximum number of lines; the newest are returned
 * @param function the path of the only function to include, or empty for all
 * @param since the time of the oldest line to include, or empty for no limit
 */
public record LogQuery(int most, Optional<String> function, Optional<Instant> since) {
    /** Checks that {@code most} is positive. */
    public LogQuery {
        if (most < 1) {
            throw new IllegalArgumentException("A log query needs at least one line, not " + most);
        }
    }

    /** Selects the newest lines. */
    public static LogQuery last(int most) {
        return new LogQuery(most, Optional.empty(), Optional.empty());
    }

    /** Restricts the query to one function, by its path. */
    public LogQuery of(String functionPath) {
        return new LogQuery(most, Optional.of(functionPath), since);
    }

    /** Restricts the query to lines from this time on. */
    public LogQuery since(Instant time) {
        return new LogQuery(most, function, Optional.of(time));
    }
}
