package dev.parlance.survey.question;

import dev.parlance.survey.words.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A question: how it is asked, how an answer is read, and what its answers can be. Immutable. Applications can define their own
 * kinds, see {@link QuestionKind}.
 *
 * <pre>{@code
 * Question.rating("service", 1, 5);
 * Question.choice("drink", "tea", "coffee").when(Condition.answer("thirsty").is("yes"));
 * Question.text("why").optional();
 * }</pre>
 */
public interface Question {
    /** The settings common to all questions. */
    QuestionSettings settings();

    /** Returns a copy with another settings. */
    Question withSettings(QuestionSettings settings);

    /** The question's kind. */
    QuestionKind kind();

    /** What the answers can be. */
    AnswerType answers();

    /** The fields specific to this kind, in the format of {@code survey.json}. Default: none. */
    default Map<String, Object> details() {
        return Map.of();
    }

    /** Reads an answer. */
    Reading read(Input input, AskContext context);

    /** How a call listens for the answer. */
    ExpectedInput expects(AskContext context);

    /** The keys of further prompts that the question needs. Default: none. */
    default List<String> promptKeys() {
        return List.of();
    }

    /** The answers to choose from. Default: none, the respondent answers freely. */
    default AnswerOptions answerOptions(AskContext context) {
        return AnswerOptions.NONE;
    }

    /** Whether any text is a valid answer, even a greeting or a command. Default: false. */
    default boolean acceptsAnyText() {
        return false;
    }

    /** The keys of the sentences that the question can need. Default: those of its kind. */
    default Set<String> sentences() {
        return kind().sentences();
    }

    /**
     * Checks the question as a whole, for example for two options with the same name. Default: no checks.
     *
     * @param languages the words of each language of the survey
     * @param problems receives problems that prevent loading the survey
     * @param warnings receives things that work, but probably not as intended
     */
    default void check(Collection<Words> languages, ProblemCollector problems, ProblemCollector warnings) {}

    /** Checks what the question refers to, such as the answers that it computes with. Default: no checks. */
    default void check(References references, ProblemCollector problems) {}

    /** Whether the question's text, as the person got it, is kept with the answer. Default: false. */
    default boolean keepsWording() {
        return false;
    }

    /** Returns an answer as text for people, in a language. Default: the value itself. */
    default String display(Value value, Words words) {
        return value.text();
    }

    /** Whether this respondent gets the question. Default: if its condition holds. */
    default boolean isAskedOf(ConditionContext known) {
        return settings().when().holds(known);
    }

    /** Whether some respondents may not get the question. Default: if it has a condition. */
    default boolean isConditional() {
        return !settings().when().equals(Condition.All.ALWAYS);
    }

    /** The questions whose answers decide whether this one is asked. Default: those of its condition. */
    default Set<String> decidedBy() {
        return settings().when().questions();
    }

    /** Whether a channel can ask this question. Default: true. */
    default boolean canBeAsked(Abilities channel) {
        return true;
    }

    /** The question that asks in words for what an answer leaves open, such as "other". Default: none. */
    default Optional<Question> followUp(Value answer) {
        return Optional.empty();
    }

    /**
     * The next part to ask for on its own, after a call has not understood the whole. Default: none, the answer has no parts.
     *
     * @param soFar the parts that were given
     */
    default Optional<Part> nextPart(Value soFar, AskContext context) {
        return Optional.empty();
    }

    /** An answer with one part more, see {@link #nextPart}. Default: the part. */
    default Value withPart(Value soFar, Value part, AskContext context) {
        return part;
    }

    /** All questions that can follow an answer, see {@link #followUp}. Default: none. */
    default List<Question> followUps() {
        return List.of();
    }

    /** Whether the question has an answer. A statement has none. */
    default boolean hasAnswer() {
        return !(answers() instanceof AnswerType.None);
    }

    /** Whether the survey waits for a person's answer. */
    default boolean isAsked() {
        return hasAnswer() && !(this instanceof Automatic);
    }

    /** The question's name. */
    default String id() {
        return settings().id();
    }

    /** Returns a copy that uses the prompt with this key. */
    default Question withPrompt(String key) {
        return withSettings(settings().withPrompt(key));
    }

    /** Returns a copy that is asked only if the condition holds. */
    default Question when(Condition condition) {
        return withSettings(settings().withCondition(condition));
    }

    /** Returns a copy with a jump to another question, a group or an end if the condition holds. */
    default Question jumpTo(Condition when, String to) {
        return withSettings(settings().and(new Jump(when, to)));
    }

    /** Returns a copy that always jumps to another question, a group or an end. */
    default Question jumpTo(String to) {
        return jumpTo(Condition.All.ALWAYS, to);
    }

    /** Returns a copy that respondents can skip. */
    default Question optional() {
        return withSettings(settings().asOptional());
    }

    /** Returns a copy with its own number of attempts. */
    default Question withAttempts(Attempts attempts) {
        return withSettings(settings().withAttempts(attempts));
    }

    /** Returns a copy that waits this long for an answer. Then the survey goes on as if the question had been skipped. */
    default Question answerWithin(Duration time) {
        return answerWithin(TimeLimit.of(time));
    }

    /** Returns a copy that waits this long for an answer. */
    default Question answerWithin(TimeLimit limit) {
        return withSettings(settings().withLimit(Optional.of(limit)));
    }

    /** A question with a free-text answer. */
    static TextQuestion text(String id) {
        return TextQuestion.of(id);
    }

    /** A question for a whole number in this range. */
    static NumberQuestion number(String id, long least, long most) {
        return NumberQuestion.of(id, least, most);
    }

    /** A question for a number on a scale, such as 1 to 5. */
    static NumberQuestion rating(String id, int least, int most) {
        return NumberQuestion.rating(id, least, most);
    }

    /** A question for the net promoter score: how likely a recommendation is, from 0 to 10. */
    static NumberQuestion nps(String id) {
        return new NumberQuestion(
                QuestionSettings.of(id),
                NumberQuestion.Scale.NPS,
                Optional.of(BigDecimal.ZERO),
                Optional.of(BigDecimal.TEN),
                0,
                Limits.NONE);
    }

    /** A question with one option to choose; each option has a prompt, {@code id.option}. */
    static ChoiceQuestion choice(String id, String... options) {
        return new ChoiceQuestion(QuestionSettings.of(id), options(options), 1, 1, false, Optional.empty());
    }

    /** A question with one option to choose. */
    static ChoiceQuestion choice(String id, Option... options) {
        return new ChoiceQuestion(QuestionSettings.of(id), List.of(options), 1, 1, false, Optional.empty());
    }

    /** A question with one option to choose, of a scale or of an earlier question. */
    static ChoiceQuestion choiceFrom(String id, SharedOptions shared) {
        return new ChoiceQuestion(QuestionSettings.of(id), List.of(), 1, 1, false, Optional.of(shared));
    }

    /** A question with one or more options to choose; each option has a prompt, {@code id.option}. */
    static ChoiceQuestion choices(String id, String... options) {
        return new ChoiceQuestion(
                QuestionSettings.of(id), options(options), 1, options.length, false, Optional.empty());
    }

    /** A question with one or more options to choose. */
    static ChoiceQuestion choices(String id, Option... options) {
        return new ChoiceQuestion(
                QuestionSettings.of(id), List.of(options), 1, options.length, false, Optional.empty());
    }

    /** A question with one or more options to choose, of a scale or of an earlier question. */
    static ChoiceQuestion choicesFrom(String id, SharedOptions shared) {
        return new ChoiceQuestion(
                QuestionSettings.of(id), List.of(), 1, ChoiceQuestion.MOST_OPTIONS, false, Optional.of(shared));
    }

    private static List<Option> options(String... ids) {
        return Arrays.stream(ids).map(Option::of).toList();
    }

    /** A question that puts options in order; each option has a prompt, {@code id.option}. */
    static RankingQuestion ranking(String id, String... options) {
        return RankingQuestion.of(choices(id, options));
    }

    /** A question that puts options in order. */
    static RankingQuestion ranking(String id, Option... options) {
        return RankingQuestion.of(choices(id, options));
    }

    /** A question that puts options of a scale or of an earlier question in order. */
    static RankingQuestion rankingFrom(String id, SharedOptions shared) {
        return RankingQuestion.of(choicesFrom(id, shared));
    }

    /** A question that shares a total among options; each option has a prompt, {@code id.option}. */
    static SharesQuestion shares(String id, int total, String... options) {
        return new SharesQuestion(choices(id, options), total);
    }

    /** A question that shares a total among options. */
    static SharesQuestion shares(String id, int total, Option... options) {
        return new SharesQuestion(choices(id, options), total);
    }

    /** A question that shares a total among options of a scale or of an earlier question. */
    static SharesQuestion sharesFrom(String id, int total, SharedOptions shared) {
        return new SharesQuestion(choicesFrom(id, shared), total);
    }

    /** Several items with one scale; the prompt of an item is {@code id.item}. */
    static Matrix matrix(Question scale, String... items) {
        return Matrix.of(scale, items);
    }

    /** A yes/no question. */
    static YesNoQuestion yesNo(String id) {
        return new YesNoQuestion(QuestionSettings.of(id));
    }

    /** A question for consent. After a no, the survey ends. */
    static ConsentQuestion consent(String id) {
        return new ConsentQuestion(QuestionSettings.of(id));
    }

    /** A question for a date. */
    static DateQuestion date(String id) {
        return new DateQuestion(QuestionSettings.of(id), Limits.NONE);
    }

    /** A question for a first and a last day. */
    static DateRangeQuestion dateRange(String id) {
        return new DateRangeQuestion(QuestionSettings.of(id), Limits.NONE);
    }

    /** A question for a month with its year. */
    static MonthQuestion month(String id) {
        return new MonthQuestion(QuestionSettings.of(id), Limits.NONE);
    }

    /** A question for a year. */
    static YearQuestion year(String id) {
        return new YearQuestion(QuestionSettings.of(id), Limits.NONE);
    }

    /** A question for a time of day. */
    static TimeQuestion time(String id) {
        return new TimeQuestion(QuestionSettings.of(id));
    }

    /** A question for a phone number. */
    static PhoneQuestion phone(String id) {
        return new PhoneQuestion(QuestionSettings.of(id), Optional.empty());
    }

    /** A question for an email address. */
    static EmailQuestion email(String id) {
        return new EmailQuestion(QuestionSettings.of(id));
    }

    /** A question for a location, on channels that can share one. */
    static LocationQuestion location(String id) {
        return new LocationQuestion(QuestionSettings.of(id));
    }

    /** A question for a picture or another file, on channels that can send one. */
    static MediaQuestion media(String id) {
        return new MediaQuestion(QuestionSettings.of(id), Set.of());
    }

    /** A message that needs no answer. */
    static Statement statement(String id) {
        return new Statement(QuestionSettings.of(id));
    }
}
