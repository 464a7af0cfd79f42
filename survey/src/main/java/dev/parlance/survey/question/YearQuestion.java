package dev.parlance.survey.question;

import dev.parlance.survey.reading.Guess;
import dev.parlance.survey.reading.YearMention;
import dev.parlance.survey.reading.YearReader;
import dev.parlance.survey.words.Words;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Asks for a year; on a keypad, four digits. The answer is a year such as {@code 2019}.
 *
 * @param settings the settings common to all questions
 * @param limits the first and the last valid year
 */
public record YearQuestion(QuestionSettings settings, Limits limits) implements Question {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.of("year", YearQuestion::read)
            .schema("""
                    {
                      "earliest": {"$ref": "#/$defs/yearLimit", "description": "The first valid year."},
                      "latest": {"$ref": "#/$defs/yearLimit", "description": "The last valid year."}
                    }""")
            .sentences("invalid.year", "invalid.yearRange", "tooEarly", "tooLate");

    static final int FIRST = 1000;
    static final int LAST = 9999;

    private static Question read(Fields fields, QuestionSettings settings) {
        return new YearQuestion(settings, CalendarUnit.YEARS.limits(fields));
    }

    /** Returns a copy that accepts only years in this range, both ends included. */
    public YearQuestion between(int first, int last) {
        return new YearQuestion(
                settings,
                Limits.between(Operand.fixed(BigDecimal.valueOf(first)), Operand.fixed(BigDecimal.valueOf(last))));
    }

    /** Returns a copy that accepts only years from this one on, such as the answer to an earlier question. */
    public YearQuestion earliest(Operand first) {
        return new YearQuestion(settings, limits.withFirst(first));
    }

    /** Returns a copy that accepts only years up to this one, such as today. */
    public YearQuestion latest(Operand last) {
        return new YearQuestion(settings, limits.withLast(last));
    }

    @Override
    public Question withSettings(QuestionSettings newSettings) {
        return new YearQuestion(newSettings, limits);
    }

    @Override
    public QuestionKind kind() {
        return KIND;
    }

    /** Years can be compared and subtracted, but have no mean. */
    @Override
    public AnswerType answers() {
        return AnswerType.open(Order.NUMBERS);
    }

    @Override
    public void check(Collection<Words> languages, ProblemCollector problems, ProblemCollector warnings) {
        CalendarUnit.YEARS.check(limits, problems);
    }

    @Override
    public void check(References references, ProblemCollector problems) {
        CalendarUnit.YEARS.check(limits, references, problems);
    }

    @Override
    public Map<String, Object> details() {
        return CalendarUnit.YEARS.toJson(limits);
    }

    @Override
    public Reading read(Input input, AskContext context) {
        ValidRange<Integer> valid = CalendarUnit.YEARS.in(limits, context);
        Optional<InputText> entered = InputText.of(input);
        Guess<Integer> exact =
                entered.map(text -> exactly(text, context, valid::has)).orElseGet(Guess::none);
        if (!exact.isNone()) {
            return entered.orElseThrow().reading(exact, 1);
        }
        Guess<Integer> mentioned =
                entered.map(text -> mentioned(text, context, valid::has)).orElseGet(Guess::none);
        return mentioned.isNone()
                ? invalid(entered, valid, context)
                : entered.orElseThrow().reading(mentioned, InputText.AMONG_WORDS);
    }

    private static Guess<Integer> exactly(InputText entered, AskContext context, IntPredicate isValid) {
        return YearReader.read(entered.text(), context.words(), context.today(), isValid);
    }

    private static Guess<Integer> mentioned(InputText entered, AskContext context, IntPredicate isValid) {
        return entered.keyed()
                ? Guess.none()
                : YearMention.read(entered.text(), context.words(), context.today(), isValid);
    }

    /** Names a year out of range, or asks for a year. */
    private static Reading invalid(Optional<InputText> entered, ValidRange<Integer> valid, AskContext context) {
        Guess<Integer> outside = entered.map(text -> exactly(text, context, any -> true))
                .filter(found -> !found.isNone())
                .or(() -> entered.map(text -> mentioned(text, context, any -> true)))
                .orElseGet(Guess::none);
        if (outside.isNone()) {
            String example = Integer.toString(context.today().getYear());
            return new Reading.Unclear("invalid.year", Map.of("example", example)).explained(outside.why());
        }
        return valid.outside(outside.candidates().get(0), "invalid.yearRange", year -> Integer.toString(year))
                .explained(outside.why() + ", but not in the valid range");
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        return ExpectedInput.keysOrSpeech(4, List.of());
    }
}
