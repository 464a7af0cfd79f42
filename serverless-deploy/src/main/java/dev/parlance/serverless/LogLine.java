package dev.parlance.serverless;

import java.time.Instant;

/**
 * A line that a function wrote.
 *
 * @param sid Twilio's name for it ({@code NO…})
 * @param time when it was written
 * @param level how grave it is: {@code info}, {@code warn}, {@code error}
 * @param function the function that wrote it: its path, or its SID if that is not deployed any more
 * @param message what it wrote; it may hold what a person said
 */
public record LogLine(String sid, Instant time, String level, String function, String message) {
    /** A line of a log. */
    @Override
    public String toString() {
        return time + " " + level + " " + function + " " + message;
    }
}
