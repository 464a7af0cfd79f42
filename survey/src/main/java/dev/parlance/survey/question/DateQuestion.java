package dev.parlance.survey.question;

import dev.parlance.survey.reading.DateReader;
import dev.parlance.survey.reading.Dates;
import dev.parlance.survey.reading.Guess;
import dev.parlance.survey.reading.Span;
import dev.parlance.survey.words.Words;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Asks for a date, in the order usual in the language; on a keypad, eight digits.
 *
 * @param settings the settings common to all questions
 * @param earliest the first valid date
 * @param latest the last valid date
 */
public record DateQuestion(QuestionSettings settings, Optional<LocalDate> earliest, Optional<LocalDate> latest)
        implements Question {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.of("date", DateQuestion::read)
            .schema("""
                    {
                      "earliest": {"type": "string", "format": "date"},
                      "latest": {"type": "string", "format": "date"}
                    }""")
            .sentences("invalid.date", "invalid.dateRange", "today", "tomorrow", "yesterday");

    private static Question read(Fields fields, QuestionSettings settings) {
        return new DateQuestion(
                settings,
                fields.parsed("earliest", "a date such as 2026-12-24", LocalDate::parse),
                fields.parsed("latest", "a date such as 2026-12-24", LocalDate::parse));
    }

    /** Returns a copy that accepts only dates in this range, both ends included. */
    public DateQuestion between(LocalDate first, LocalDate last) {
        return new DateQuestion(settings, Optional.of(first), Optional.of(last));
    }

    @Override
    public Question withSettings(QuestionSettings newSettings) {
        return new DateQuestion(newSettings, earliest, latest);
    }

    @Override
    public QuestionKind kind() {
        return KIND;
    }

    @Override
    public AnswerType answers() {
        return AnswerType.open();
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        earliest.ifPresent(day -> details.put("earliest", day.toString()));
        latest.ifPresent(day -> details.put("latest", day.toString()));
        return details;
    }

    @Override
    public Reading read(Input input, AskContext context) {
        Span span = new Span(earliest.orElse(LocalDate.MIN), latest.orElse(LocalDate.MAX));
        Guess<LocalDate> day = read(input, context, span);
        if (!day.isNone()) {
            return InputText.toReading(day);
        }
        Locale locale = context.words().locale();
        if (read(input, context, Span.ALWAYS).isNone()) {
            return new Reading.Unclear("invalid.date", Map.of("example", Dates.example(context.today(), locale)));
        }
        return earliest.isPresent() && latest.isPresent()
                ? new Reading.Unclear(
                        "invalid.dateRange",
                        Map.of("least", Dates.write(earliest.get(), locale), "most", Dates.write(latest.get(), locale)))
                : Reading.unclear("invalid.answer");
    }

    private static Guess<LocalDate> read(Input input, AskContext context, Span span) {
        return InputText.of(input)
                .map(entered -> DateReader.read(entered.text(), context.words(), context.today(), span))
                .orElseGet(Guess::none);
    }

    @Override
    public String display(Value value, Words words) {
        return Dates.write(LocalDate.parse(value.text()), words.locale());
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        return ExpectedInput.keysOrSpeech(8, List.of());
    }
}
