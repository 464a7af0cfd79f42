package dev.parlance.serverless;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * A line in a function's log.
 *
 * @param sid its SID ({@code NO…})
 * @param time when it was written
 * @param level its level
 * @param function the path of the function, or its SID if it is no longer deployed
 * @param message the text; it may contain personal data
 */
public record LogLine(String sid, Instant time, Level level, String function, String message) {
    /** The level of a line. */
    public enum Level {
        /** Written by {@code console.log} and {@code console.info}. */
        INFO,
        /** Written by {@code console.warn}. */
        WARN,
        /** Written by {@code console.error}, or an uncaught error. */
        ERROR,
        /** A level that this library does not know. */
        UNKNOWN;

        static Level of(String twilioName) {
            return Arrays.stream(values())
                    .filter(level -> level.name().equalsIgnoreCase(twilioName))
                    .findFirst()
                    .orElse(UNKNOWN);
        }

        /** The name in lower case. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Time, level, function and message. */
    @Override
    public String toString() {
        return time + " " + level + " " + function + " " + message;
    }
}
