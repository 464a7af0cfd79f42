package dev.parlance.survey.question;

import dev.parlance.survey.words.Words;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A question: how it is asked, how an answer is read, and what its answers can be. Immutable. Applications can have kinds of
 * their own, see {@link QuestionKind}.
 *
 * <pre>{@code
 * Question.rating("service", 1, 5);
 * Question.choice("drink", "tea", "coffee").when(Condition.answer("thirsty").is("yes"));
 * Question.text("why").optional();
 * }</pre>
 */
public interface Question {
    /** What every question has. */
    Frame frame();

    /** The same question in another frame. */
    Question in(Frame frame);

    /** Its kind. */
    QuestionKind kind();

    /** What its answers can be. */
    AnswerType answers();

    /** The fields of its own, as {@code survey.json} has them. */
    default Map<String, Object> details() {
        return Map.of();
    }

    /** Reads an answer. */
    Reading read(Input input, Hearing hearing);

    /** How a call listens for the answer. */
    Listening listening(Hearing hearing);

    /** The keys of prompts that it needs beside its own. */
    default List<String> promptKeys() {
        return List.of();
    }

    /** What can be chosen. Default: nothing, the answer is in the person's own words. */
    default Offers offers(Hearing hearing) {
        return Offers.NONE;
    }

    /** Whether any words are an answer, so that a greeting or a command can be taken for one. */
    default boolean takesAnyWords() {
        return false;
    }

    /** The keys of the sentences that it can need. */
    default Set<String> sentences() {
        return kind().sentences();
    }

    /**
     * Checks what can't be seen field by field, such as two options that are called the same.
     *
     * @param languages the words of each language of the survey
     * @param problems keeps the survey from being loaded
     * @param warnings works, but probably not as intended
     */
    default void check(Collection<Words> languages, Problems problems, Problems warnings) {}

    /** An answer in a language, for people. */
    default String shown(Value value, Words words) {
        return value.text();
    }

    /** Whether it can be asked there at all. */
    default boolean canBeAsked(Abilities channel) {
        return true;
    }

    /** Whether an answer is waited for. */
    default boolean hasAnswer() {
        return !(answers() instanceof AnswerType.None);
    }

    /** Its name. */
    default String id() {
        return frame().id();
    }

    /** The same question, put by the prompt of another key. */
    default Question prompt(String key) {
        return in(frame().withPrompt(key));
    }

    /** The same question, asked only if this holds. */
    default Question when(Condition condition) {
        return in(frame().withCondition(condition));
    }

    /** The same question, after which another comes, or an end, if this holds. */
    default Question then(Condition when, String to) {
        return in(frame().and(new Jump(when, to)));
    }

    /** The same question, after which another comes, or an end. */
    default Question then(String to) {
        return then(Condition.All.OF_NONE, to);
    }

    /** The same question, which may be skipped. */
    default Question optional() {
        return in(frame().asOptional());
    }

    /** The same question, with attempts of its own. */
    default Question attempts(Attempts attempts) {
        return in(frame().withAttempts(attempts));
    }

    /** A question that is answered in one's own words. */
    static TextQuestion text(String id) {
        return TextQuestion.of(id);
    }

    /** A question for a whole number. */
    static NumberQuestion number(String id, long least, long most) {
        return NumberQuestion.of(id, least, most);
    }

    /** A question for a number on a scale, such as 1 to 5. */
    static NumberQuestion rating(String id, int least, int most) {
        return NumberQuestion.rating(id, least, most);
    }

    /** Whether one would recommend us, from 0 to 10. */
    static NumberQuestion nps(String id) {
        return new NumberQuestion(
                Frame.of(id), NumberQuestion.Scale.NPS, Optional.of(BigDecimal.ZERO), Optional.of(BigDecimal.TEN), 0);
    }

    /** A question of which one option is chosen; each has a prompt, {@code id.option}. */
    static ChoiceQuestion choice(String id, String... options) {
        return new ChoiceQuestion(Frame.of(id), Arrays.asList(options), 1, 1, false, Set.of());
    }

    /** A question of which several options may be chosen. */
    static ChoiceQuestion choices(String id, String... options) {
        return new ChoiceQuestion(Frame.of(id), Arrays.asList(options), 1, options.length, false, Set.of());
    }

    /** A question for yes or no. */
    static YesNoQuestion yesNo(String id) {
        return new YesNoQuestion(Frame.of(id));
    }

    /** A question for a day. */
    static DateQuestion date(String id) {
        return new DateQuestion(Frame.of(id), Optional.empty(), Optional.empty());
    }

    /** A question for a time of day. */
    static TimeQuestion time(String id) {
        return new TimeQuestion(Frame.of(id));
    }

    /** A question for a phone number. */
    static PhoneQuestion phone(String id) {
        return new PhoneQuestion(Frame.of(id), Optional.empty());
    }

    /** A question for an e-mail address. */
    static EmailQuestion email(String id) {
        return new EmailQuestion(Frame.of(id));
    }

    /** A question for a place, on channels that can share one. */
    static LocationQuestion location(String id) {
        return new LocationQuestion(Frame.of(id));
    }

    /** A question for a picture or another file, by message. */
    static MediaQuestion media(String id) {
        return new MediaQuestion(Frame.of(id));
    }

    /** Something that is said, and needs no answer. */
    static Statement statement(String id) {
        return new Statement(Frame.of(id));
    }
}
