package dev.parlance.survey.question;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What came of a {@link Request}. In conditions and prompts, it is the answer of that step: {@code ok}, {@code refused}, … */
public enum RequestOutcome {
    /** It was done: a status of 2xx. */
    OK,
    /** The other side does not want to do it: a status of 4xx. */
    REFUSED,
    /** It was not done: no connection, or too busy. */
    FAILED,
    /** It may have been done: no reply in time, or the process ended before one came. It is not repeated. */
    UNKNOWN;

    /** The answers of a step with a request. */
    static final AnswerType TYPE = new AnswerType.Options(words(), 1);

    /** The word for this outcome in conditions, prompts and results. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words for all outcomes. */
    public static List<String> words() {
        return Arrays.stream(values()).map(RequestOutcome::word).toList();
    }
}
