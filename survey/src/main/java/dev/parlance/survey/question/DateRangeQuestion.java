package dev.parlance.survey.question;

import dev.parlance.survey.reading.DateRangeReader;
import dev.parlance.survey.reading.DateRangeReader.Range;
import dev.parlance.survey.reading.Dates;
import dev.parlance.survey.reading.Guess;
import dev.parlance.survey.reading.Span;
import dev.parlance.survey.words.Words;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks for a first and a last day, such as those of a stay; on a keypad, eight digits for each. The answer has two parts.
 *
 * @param settings the settings common to all questions
 * @param limits the first and the last valid date
 */
public record DateRangeQuestion(QuestionSettings settings, Limits limits) implements Question {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.of("dateRange", DateRangeQuestion::read)
            .schema("""
                    {
                      "earliest": {"$ref": "#/$defs/dateLimit", "description": "The first valid date."},
                      "latest": {"$ref": "#/$defs/dateLimit", "description": "The last valid date."}
                    }""")
            .sentences(
                    "invalid.days",
                    "invalid.date",
                    "invalid.dateRange",
                    "firstDay",
                    "lastDay",
                    "backwards",
                    "tooEarly",
                    "tooLate",
                    "today",
                    "tomorrow",
                    "yesterday");

    /** The days from a Wednesday to a Friday, as an example. */
    private static final int EXAMPLE_DAYS = 2;

    private static Question read(Fields fields, QuestionSettings settings) {
        return new DateRangeQuestion(settings, CalendarUnit.DAYS.limits(fields));
    }

    /** Returns a copy that accepts only days in this range, both ends included. */
    public DateRangeQuestion between(LocalDate first, LocalDate last) {
        return new DateRangeQuestion(settings, Limits.between(Operand.fixed(first), Operand.fixed(last)));
    }

    /** Returns a copy that accepts only days from this one on, such as the answer to an earlier question. */
    public DateRangeQuestion earliest(Operand first) {
        return new DateRangeQuestion(settings, limits.withFirst(first));
    }

    /** Returns a copy that accepts only days up to this one, such as today. */
    public DateRangeQuestion latest(Operand last) {
        return new DateRangeQuestion(settings, limits.withLast(last));
    }

    @Override
    public Question withSettings(QuestionSettings newSettings) {
        return new DateRangeQuestion(newSettings, limits);
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
        CalendarUnit.DAYS.check(limits, problems);
    }

    @Override
    public void check(References references, ProblemCollector problems) {
        CalendarUnit.DAYS.check(limits, references, problems);
    }

    @Override
    public Map<String, Object> details() {
        return CalendarUnit.DAYS.toJson(limits);
    }

    @Override
    public Reading read(Input input, AskContext context) {
        Optional<InputText> entered = InputText.of(input);
        ValidRange<LocalDate> valid = CalendarUnit.DAYS.in(limits, context);
        Guess<Range> found = entered.map(text -> found(text, context, ValidRange.span(valid)))
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
        Optional<LocalDate> outside = Stream.of(range.first(), range.last())
                .filter(day -> !valid.has(day))
                .findFirst();
        if (outside.isPresent()) {
            return valid.because(unclear(context), outside.get(), day -> Dates.write(day, locale));
        }
        List<Value> values = found.candidates().stream()
                .map(days ->
                        new Value(List.of(days.first().toString(), days.last().toString())))
                .toList();
        return found.isSure()
                ? entered.orElseThrow().reading(values.get(0), 1, found.why())
                : new Reading.Likely(values, found.why());
    }

    @Override
    public Optional<Part> nextPart(Value soFar, AskContext context) {
        List<String> days = soFar.parts();
        if (days.size() > 1) {
            return Optional.empty();
        }
        boolean isFirst = days.isEmpty();
        Limits valid = isFirst ? limits : limits.withFirst(Operand.fixed(days.get(0)));
        return Optional.of(Part.of(new DateQuestion(settings.ofPart(), valid), isFirst ? "firstDay" : "lastDay"));
    }

    @Override
    public Value withPart(Value soFar, Value part, AskContext context) {
        return soFar.and(part.text());
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
