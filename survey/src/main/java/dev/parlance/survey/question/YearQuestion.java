package dev.parlance.survey.question;

import dev.parlance.survey.reading.Guess;
import dev.parlance.survey.reading.YearMention;
import dev.parlance.survey.reading.YearReader;
import dev.parlance.survey.words.Words;
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
public record YearQuestion(QuestionSettings settings, Limits<Integer> limits) implements Question {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.of("year", YearQuestion::read)
            .schema("""
                    {
                      "earliest": {"type": "integer", "minimum": 1000, "maximum": 9999, "examples": [2019], "description": "The first valid year."},
                      "latest": {"type": "integer", "minimum": 1000, "maximum": 9999, "examples": [2026], "description": "The last valid year."}
                    }""")
            .sentences("invalid.year", "invalid.yearRange", "tooEarly", "tooLate");

    private static final int FIRST = 1000;
    private static final int LAST = 9999;

    private static Question read(Fields fields, QuestionSettings settings) {
        return new YearQuestion(
                settings,
                Limits.read(name -> fields.has(name)
                        ? Optional.of(fields.integer(name, FIRST, LAST, name.equals("latest") ? LAST : FIRST))
                        : Optional.empty()));
    }

    /** Returns a copy that accepts only years in this range, both ends included. */
    public YearQuestion between(int first, int last) {
        return new YearQuestion(settings, Limits.between(first, last));
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
        limits.check(problems);
    }

    @Override
    public Map<String, Object> details() {
        return limits.toJson(year -> year);
    }

    @Override
    public Reading read(Input input, AskContext context) {
        Optional<InputText> entered = InputText.of(input);
        Guess<Integer> exact =
                entered.map(text -> exactly(text, context, limits::has)).orElseGet(Guess::none);
        if (!exact.isNone()) {
            return entered.orElseThrow().reading(exact, 1);
        }
        Guess<Integer> mentioned =
                entered.map(text -> mentioned(text, context, limits::has)).orElseGet(Guess::none);
        return mentioned.isNone()
                ? invalid(entered, context)
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
    private Reading invalid(Optional<InputText> entered, AskContext context) {
        Guess<Integer> outside = entered.map(text -> exactly(text, context, any -> true))
                .filter(found -> !found.isNone())
                .or(() -> entered.map(text -> mentioned(text, context, any -> true)))
                .orElseGet(Guess::none);
        if (outside.isNone()) {
            String example = Integer.toString(context.today().getYear());
            return new Reading.Unclear("invalid.year", Map.of("example", example)).explained(outside.why());
        }
        return limits.outside(outside.candidates().get(0), "invalid.yearRange", year -> Integer.toString(year))
                .explained(outside.why() + ", but not in the valid range");
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        return ExpectedInput.keysOrSpeech(4, List.of());
    }
}
