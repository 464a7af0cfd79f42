package dev.parlance.serverless;

import java.time.Instant;

/**
 * A line in a function's log.
 *
 * @param sid its SID ({@code NO…})
 * @param time when it was written
 * @param level {@code info}, {@code warn} or {@code error}
 * @param function the path of the function, or its SID if it is no longer deployed
 * @param message the text; it may contain personal data
 */
public record LogLine(String sid, Instant time, String level, String function, String message) {
    /** Time, level, function and message. */
    @Override
    public String toString() {
        return time + " " + level + " " + function + " " + message;
    }
}
