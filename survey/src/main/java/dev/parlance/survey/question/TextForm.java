package dev.parlance.survey.question;

import java.util.regex.Pattern;

/** What a text with a meaning looks like. The schema has the same patterns. */
enum TextForm {
    MONTH(Patterns.MONTH, "a month such as 2026-12"),
    DATE(Patterns.DATE, "a date such as 2026-12-24"),
    TIME_OF_DAY(Patterns.TIME, "a time such as 21:00"),
    INSTANT(
            Patterns.DATE + "T" + Patterns.TIME + Patterns.OFFSET,
            "a time with its offset, such as 2026-06-01T08:00:00-05:00"),
    DURATION("P(?=.)(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+(\\.\\d{1,9})?S)?)?", "a duration such as PT24H or P7D");

    private static final class Patterns {
        private static final String MONTH = "\\d{4}-(0[1-9]|1[0-2])";
        private static final String DATE = MONTH + "-(0[1-9]|[12]\\d|3[01])";
        private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?";
        private static final String OFFSET = "(Z|[+-][01]\\d:[0-5]\\d)";
    }

    private final Pattern pattern;
    private final String description;

    TextForm(String pattern, String description) {
        this.pattern = Pattern.compile(pattern);
        this.description = description;
    }

    Pattern pattern() {
        return pattern;
    }

    String description() {
        return description;
    }
}
