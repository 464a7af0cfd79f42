package dev.parlance.serverless;

import java.time.Instant;
import java.util.Optional;

/**
 * Which lines of a log are wanted.
 *
 * @param most how many at most, the newest of them
 * @param function the path of a function, if only its lines are wanted
 * @param since no line before that
 */
public record LogQuery(int most, Optional<String> function, Optional<Instant> since) {
    /** Checks that something is wanted. */
    public LogQuery {
        if (most < 1) {
            throw new IllegalArgumentException("A query is for at least one line, not " + most);
        }
    }

    /** The last lines. */
    public static LogQuery last(int most) {
        return new LogQuery(most, Optional.empty(), Optional.empty());
    }

    /** Those of one function, by its path. */
    public LogQuery of(String functionPath) {
        return new LogQuery(most, Optional.of(functionPath), since);
    }

    /** None before that. */
    public LogQuery since(Instant time) {
        return new LogQuery(most, function, Optional.of(time));
    }
}
