package dev.parlance.survey.question;

import dev.parlance.survey.reading.DateRangeReader;
import dev.parlance.survey.reading.DateRangeReader.Range;
import dev.parlance.survey.reading.Dates;
import dev.parlance.survey.reading.Guess;
import dev.parlance.survey.reading.Span;
import dev.parlance.survey.words.Words;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Asks for a first and a last day, such as those of a stay; on a keypad, eight digits for each. The answer has two parts.
 *
 * @param settings the settings common to all questions
 * @param earliest the first valid date
 * @param latest the last valid date
 */
public record DateRangeQuestion(QuestionSettings settings, Optional<LocalDate> earliest, Optional<LocalDate> latest)
        implements Question {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.of("dateRange", DateRangeQuestion::read)
            .schema("""
                    {
                      "earliest": {"$ref": "#/$defs/date", "description": "The first valid date."},
                      "latest": {"$ref": "#/$defs/date", "description": "The last valid date."}
                    }""")
            .sentences("invalid.days", "backwards", "tooEarly", "tooLate", "today", "tomorrow", "yesterday");

    /** The days from a Wednesday to a Friday, as an example. */
    private static final int EXAMPLE_DAYS = 2;

    private static Question read(Fields fields, QuestionSettings settings) {
        return new DateRangeQuestion(settings, fields.date("earliest"), fields.date("latest"));
    }

    /** Returns a copy that accepts only days in this range, both ends included. */
    public DateRangeQuestion between(LocalDate first, LocalDate last) {
        return new DateRangeQuestion(settings, Optional.of(first), Optional.of(last));
    }

    @Override
    public Question withSettings(QuestionSettings newSettings) {
        return new DateRangeQuestion(newSettings, earliest, latest);
    }

    @Override
    public QuestionKind kind() {
        return KIND;
    }

    @Override
    public AnswerType answers() {
        return new AnswerType.Days();
    }

    @Override
    public void check(Collection<Words> languages, ProblemCollector problems, ProblemCollector warnings) {
        if (earliest.isPresent() && latest.isPresent() && earliest.get().isAfter(latest.get())) {
            problems.add("earliest", "is after \"latest\"");
        }
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
        Optional<InputText> entered = InputText.of(input);
        Span valid = new Span(earliest.orElse(LocalDate.MIN), latest.orElse(LocalDate.MAX));
        Guess<Range> found = entered.map(text -> found(text, context, valid))
                .filter(ranges -> !ranges.isNone())
                .or(() -> entered.map(text -> found(text, context, Span.ALWAYS)))
                .orElseGet(Guess::none);
        if (found.isNone()) {
            return unclear(context).explained(found.why());
        }
        Range range = found.candidates().get(0);
        Locale locale = context.words().locale();
        if (!range.isForward()) {
            return unclear(context)
                    .because("backwards", "first", Dates.write(range.first(), locale))
                    .because("backwards", "last", Dates.write(range.last(), locale));
        }
        if (earliest.filter(range.first()::isBefore).isPresent()) {
            return unclear(context).because("tooEarly", "given", Dates.write(range.first(), locale));
        }
        if (latest.filter(range.last()::isAfter).isPresent()) {
            return unclear(context).because("tooLate", "given", Dates.write(range.last(), locale));
        }
        List<Value> values = found.candidates().stream()
                .map(days ->
                        new Value(List.of(days.first().toString(), days.last().toString())))
                .toList();
        return found.isSure()
                ? entered.orElseThrow().reading(values.get(0), 1, found.why())
                : new Reading.Likely(values, found.why());
    }

    private static Guess<Range> found(InputText entered, AskContext context, Span span) {
        return DateRangeReader.read(entered.text(), context.words(), context.today(), span);
    }

    private static Reading.Unclear unclear(AskContext context) {
        Locale locale = context.words().locale();
        String first = Dates.example(context.today(), locale);
        String last = Dates.example(context.today().plusDays(EXAMPLE_DAYS), locale);
        return new Reading.Unclear("invalid.days", Map.of("example", first + " - " + last));
    }

    @Override
    public String display(Value value, Words words) {
        return Dates.write(LocalDate.parse(value.parts().get(0)), words.locale())
                + " - "
                + Dates.write(LocalDate.parse(value.parts().get(1)), words.locale());
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        return ExpectedInput.keysOrSpeech(16, List.of());
    }
}
