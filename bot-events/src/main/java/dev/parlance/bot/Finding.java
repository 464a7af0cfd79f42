package dev.parlance.bot;

/**
 * What {@link BotCheck} found of one thing.
 *
 * @param subject what was looked at, by the name of its setting where it has one
 * @param outcome how it is
 * @param text what was found, and what to do about it; no secret
 */
public record Finding(String subject, Outcome outcome, String text) {
    /** How a thing is. */
    public enum Outcome {
        /** As it should be. */
        FINE,
        /** Not as it should be: the bot will not work, or not safely. */
        WRONG,
        /** It cannot be found out. */
        UNKNOWN
    }

    static Finding fine(String subject, String text) {
        return new Finding(subject, Outcome.FINE, text);
    }

    static Finding wrong(String subject, String text) {
        return new Finding(subject, Outcome.WRONG, text);
    }

    static Finding unknown(String subject, String text) {
        return new Finding(subject, Outcome.UNKNOWN, text);
    }

    /** A line for a person to read. */
    @Override
    public String toString() {
        String mark = switch (outcome) {
            case FINE -> "fine ";
            case WRONG -> "WRONG";
            case UNKNOWN -> "?    ";
        };
        return mark + "  " + subject + ": " + text;
    }
}
