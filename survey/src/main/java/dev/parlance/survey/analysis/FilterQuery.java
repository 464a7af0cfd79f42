package dev.parlance.survey.analysis;

import dev.parlance.Problem;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.session.Disposition;
import dev.parlance.webhook.Parameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads a filter from the parameters of a URL. */
final class FilterQuery {
    private FilterQuery() {}

    /**
     * The filter.
     *
     * @throws SurveyException with all problems
     */
    static ResultFilter read(Parameters parameters) {
        ResultFilter filter = ResultFilter.ALL;
        List<Problem> problems = new ArrayList<>();
        for (Parameters.Parameter parameter : parameters.entries()) {
            try {
                filter = with(filter, parameter.name(), parameter.value());
            } catch (SurveyException e) {
                problems.add(new Problem("", 0, parameter.name(), String.valueOf(e.getMessage())));
            }
        }
        if (!problems.isEmpty()) {
            throw ResultFilter.invalid(problems);
        }
        return filter;
    }

    private static ResultFilter with(ResultFilter filter, String name, String value) {
        if (value.isEmpty()) {
            throw new SurveyException("has no value");
        }
        return switch (name) {
            case ResultFilter.FROM -> filter.from(day(value));
            case ResultFilter.UNTIL -> filter.until(day(value));
            case ResultFilter.LANGUAGE -> filter.withLanguage(value);
            case ResultFilter.CHANNEL -> filter.withChannel(value);
            case ResultFilter.WAVE -> filter.withWave(wave(value));
            case ResultFilter.DISPOSITION -> filter.withDisposition(disposition(value));
            default -> withQuestion(filter, name, value);
        };
    }

    private static ResultFilter withQuestion(ResultFilter filter, String name, String value) {
        boolean isArm = name.startsWith(ResultFilter.ARM) && name.length() > ResultFilter.ARM.length();
        boolean isAnswer = name.startsWith(ResultFilter.ANSWER) && name.length() > ResultFilter.ANSWER.length();
        if (isArm || isAnswer) {
            return filter.and(name, value);
        }
        throw new SurveyException("is not a filter; the filters are from, to, language, channel, wave, disposition,"
                + " arm.ID and answer.ID");
    }

    private static LocalDate day(String text) {
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw new SurveyException("must be a day such as 2026-11-30");
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new SurveyException("is a day that does not exist", e);
        }
    }

    private static int wave(String text) {
        if (!text.matches("[1-9]\\d{0,3}")) {
            throw new SurveyException("must be the number of a wave, such as 2");
        }
        return Integer.parseInt(text);
    }

    private static Disposition disposition(String text) {
        for (Disposition disposition : Disposition.values()) {
            if (disposition.name().equals(text)) {
                return disposition;
            }
        }
        throw new SurveyException("must be a disposition such as COMPLETED");
    }
}
