package dev.parlance.survey.question;

import dev.parlance.survey.reading.Dates;
import dev.parlance.survey.reading.Guess;
import dev.parlance.survey.reading.MonthMention;
import dev.parlance.survey.reading.MonthReader;
import dev.parlance.survey.words.Words;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Asks for a month and its year; on a keypad, six digits. The answer is a month such as {@code 2026-12}.
 *
 * @param settings the settings common to all questions
 * @param limits the first and the last valid month
 */
public record MonthQuestion(QuestionSettings settings, Limits limits) implements Question {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.of("month", MonthQuestion::read)
            .schema("""
                    {
                      "earliest": {"$ref": "#/$defs/monthLimit", "description": "The first valid month."},
                      "latest": {"$ref": "#/$defs/monthLimit", "description": "The last valid month."}
                    }""")
            .sentences("invalid.month", "invalid.monthRange", "tooEarly", "tooLate");

    private static Question read(Fields fields, QuestionSettings settings) {
        return new MonthQuestion(settings, CalendarUnit.MONTHS.limits(fields));
    }

    /** Returns a copy that accepts only months in this range, both ends included. */
    public MonthQuestion between(YearMonth first, YearMonth last) {
        return new MonthQuestion(
                settings, Limits.between(Operand.fixed(first.toString()), Operand.fixed(last.toString())));
    }

    /** Returns a copy that accepts only months from this one on, such as the answer to an earlier question. */
    public MonthQuestion earliest(Operand first) {
        return new MonthQuestion(settings, limits.withFirst(first));
    }

    /** Returns a copy that accepts only months up to this one, such as today. */
    public MonthQuestion latest(Operand last) {
        return new MonthQuestion(settings, limits.withLast(last));
    }

    @Override
    public Question withSettings(QuestionSettings newSettings) {
        return new MonthQuestion(newSettings, limits);
    }

    @Override
    public QuestionKind kind() {
        return KIND;
    }

    @Override
    public AnswerType answers() {
        return AnswerType.open(Order.MONTHS);
    }

    @Override
    public void check(Collection<Words> languages, ProblemCollector problems, ProblemCollector warnings) {
        CalendarUnit.MONTHS.check(limits, problems);
    }

    @Override
    public void check(References references, ProblemCollector problems) {
        CalendarUnit.MONTHS.check(limits, references, problems);
    }

    @Override
    public Map<String, Object> details() {
        return CalendarUnit.MONTHS.toJson(limits);
    }

    @Override
    public Reading read(Input input, AskContext context) {
        ValidRange<YearMonth> valid = CalendarUnit.MONTHS.in(limits, context);
        Optional<InputText> entered = InputText.of(input);
        Guess<YearMonth> exact =
                entered.map(text -> exactly(text, context, valid::has)).orElseGet(Guess::none);
        if (!exact.isNone()) {
            return entered.orElseThrow().reading(exact, 1);
        }
        Guess<YearMonth> mentioned =
                entered.map(text -> mentioned(text, context, valid::has)).orElseGet(Guess::none);
        return mentioned.isNone()
                ? invalid(entered, valid, context)
                : entered.orElseThrow().reading(mentioned, InputText.AMONG_WORDS);
    }

    private static Guess<YearMonth> exactly(InputText entered, AskContext context, Predicate<YearMonth> isValid) {
        return MonthReader.read(entered.text(), context.words(), context.today(), isValid);
    }

    private static Guess<YearMonth> mentioned(InputText entered, AskContext context, Predicate<YearMonth> isValid) {
        return entered.keyed()
                ? Guess.none()
                : MonthMention.read(entered.text(), context.words(), context.today(), isValid);
    }

    /** Names a month out of range, or asks for a month. */
    private static Reading invalid(Optional<InputText> entered, ValidRange<YearMonth> valid, AskContext context) {
        Locale locale = context.words().locale();
        Guess<YearMonth> outside = entered.map(text -> exactly(text, context, any -> true))
                .filter(found -> !found.isNone())
                .or(() -> entered.map(text -> mentioned(text, context, any -> true)))
                .orElseGet(Guess::none);
        if (outside.isNone()) {
            String example = Dates.example(YearMonth.from(context.today()), locale);
            return new Reading.Unclear("invalid.month", Map.of("example", example)).explained(outside.why());
        }
        return valid.outside(outside.candidates().get(0), "invalid.monthRange", month -> Dates.write(month, locale))
                .explained(outside.why() + ", but not in the valid range");
    }

    @Override
    public String display(Value value, Words words) {
        return Dates.write(YearMonth.parse(value.text()), words.locale());
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        return ExpectedInput.keysOrSpeech(6, List.of());
    }
}
