package dev.parlance.bot;

/**
 * A result of {@link BotCheck}.
 *
 * @param subject what was checked: the name of a setting, {@code scopes} or {@code URL}
 * @param outcome the outcome
 * @param text what was found and what to do about it; contains no secrets
 */
public record Finding(String subject, Outcome outcome, String text) {
    /** The outcome of a check. */
    public enum Outcome {
        /** Correct. */
        OK,
        /** Wrong: the bot will not work, or not be secure. */
        PROBLEM,
        /** Impossible to check. */
        UNKNOWN
    }

    static Finding fine(String subject, String text) {
        return new Finding(subject, Outcome.OK, text);
    }

    static Finding wrong(String subject, String text) {
        return new Finding(subject, Outcome.PROBLEM, text);
    }

    static Finding unknown(String subject, String text) {
        return new Finding(subject, Outcome.UNKNOWN, text);
    }

    /** A line of a report. */
    @Override
    public String toString() {
        String mark = switch (outcome) {
            case OK -> "fine ";
            case PROBLEM -> "WRONG";
            case UNKNOWN -> "?    ";
        };
        return mark + "  " + subject + ": " + text;
    }
}
