package dev.parlance.survey.question;

import dev.parlance.survey.reading.DateMention;
import dev.parlance.survey.reading.DateReader;
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

/**
 * Asks for a date, in the order usual in the language; on a keypad, eight digits.
 *
 * @param settings the settings common to all questions
 * @param limits the first and the last valid date
 */
public record DateQuestion(QuestionSettings settings, Limits limits) implements Question {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.of("date", DateQuestion::read)
            .schema("""
                    {
                      "earliest": {"$ref": "#/$defs/dateLimit", "description": "The first valid date."},
                      "latest": {"$ref": "#/$defs/dateLimit", "description": "The last valid date."}
                    }""")
            .sentences("invalid.date", "invalid.dateRange", "tooEarly", "tooLate", "today", "tomorrow", "yesterday");

    private static Question read(Fields fields, QuestionSettings settings) {
        return new DateQuestion(settings, CalendarUnit.DAYS.limits(fields));
    }

    /** Returns a copy that accepts only dates in this range, both ends included. */
    public DateQuestion between(LocalDate first, LocalDate last) {
        return new DateQuestion(settings, Limits.between(Operand.fixed(first), Operand.fixed(last)));
    }

    /** Returns a copy that accepts only dates from this one on, such as the answer to an earlier question. */
    public DateQuestion earliest(Operand first) {
        return new DateQuestion(settings, limits.withFirst(first));
    }

    /** Returns a copy that accepts only dates up to this one, such as today. */
    public DateQuestion latest(Operand last) {
        return new DateQuestion(settings, limits.withLast(last));
    }

    @Override
    public Question withSettings(QuestionSettings newSettings) {
        return new DateQuestion(newSettings, limits);
    }

    @Override
    public QuestionKind kind() {
        return KIND;
    }

    @Override
    public AnswerType answers() {
        return AnswerType.open(Order.DATES);
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
        ValidRange<LocalDate> valid = CalendarUnit.DAYS.in(limits, context);
        Span span = ValidRange.span(valid);
        Optional<InputText> entered = InputText.of(input);
        Guess<LocalDate> exact =
                entered.map(text -> exactly(text, context, span)).orElseGet(Guess::none);
        if (!exact.isNone()) {
            return entered.orElseThrow().reading(exact, 1);
        }
        Guess<LocalDate> mentioned =
                entered.map(text -> mentioned(text, context, span)).orElseGet(Guess::none);
        return mentioned.isNone()
                ? invalid(entered, valid, context)
                : entered.orElseThrow().reading(mentioned, InputText.AMONG_WORDS);
    }

    /** Names a date out of range, or asks for a date. */
    private static Reading invalid(Optional<InputText> entered, ValidRange<LocalDate> valid, AskContext context) {
        Locale locale = context.words().locale();
        Guess<LocalDate> outside = entered.map(text -> exactly(text, context, Span.ALWAYS))
                .filter(found -> !found.isNone())
                .or(() -> entered.map(text -> mentioned(text, context, Span.ALWAYS)))
                .orElseGet(Guess::none);
        if (outside.isNone()) {
            return new Reading.Unclear("invalid.date", Map.of("example", Dates.example(context.today(), locale)))
                    .explained(outside.why());
        }
        return valid.outside(outside.candidates().get(0), "invalid.dateRange", day -> Dates.write(day, locale))
                .explained(outside.why() + ", but not in the valid range");
    }

    private static Guess<LocalDate> exactly(InputText entered, AskContext context, Span span) {
        return DateReader.read(entered.text(), context.words(), context.today(), span)
                .because("exactly a date");
    }

    private static Guess<LocalDate> mentioned(InputText entered, AskContext context, Span span) {
        return entered.keyed()
                ? Guess.none()
                : DateMention.read(entered.text(), context.words(), context.today(), span);
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
