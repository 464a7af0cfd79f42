package dev.parlance.serverless;

import java.time.Instant;
import java.util.Optional;

/**
 * Selects lines of a log.
 *
 * @param limit the maximum number of lines; the newest are returned
 * @param function the path of the only function to include, or empty for all
 * @param since the time of the oldest line to include, or empty for no limit
 */
public record LogQuery(int limit, Optional<String> function, Optional<Instant> since) {
    /** Checks the limit. */
    public LogQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("A log query needs at least one line, not " + limit);
        }
    }

    /** Selects the newest lines. */
    public static LogQuery last(int limit) {
        return new LogQuery(limit, Optional.empty(), Optional.empty());
    }

    /** Restricts the query to one function, by its path. */
    public LogQuery withFunction(String functionPath) {
        return new LogQuery(limit, Optional.of(functionPath), since);
    }

    /** Restricts the query to lines from this time on. */
    public LogQuery withSince(Instant time) {
        return new LogQuery(limit, function, Optional.of(time));
    }
}
