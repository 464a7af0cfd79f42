package dev.parlance.survey.question;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A question. Each kind knows by channel how it is put, how an answer is read, and what to say when it cannot be. Immutable.
 *
 * <pre>{@code
 * Question.rating("service", 1, 5);
 * Question.choice("drink", "tea", "coffee").when(Condition.answer("thirsty").is("yes"));
 * Question.text("why").optional();
 * }</pre>
 */
public sealed interface Question
        permits TextQuestion,
                NumberQuestion,
                ChoiceQuestion,
                YesNoQuestion,
                DateQuestion,
                TimeQuestion,
                PhoneQuestion,
                EmailQuestion,
                LocationQuestion,
                MediaQuestion,
                Statement {

    /** What every question has. */
    Frame frame();

    /** The same question in another frame. */
    Question in(Frame frame);

    /** The word for its kind in {@code survey.json}. */
    String kind();

    /** What it has beside its frame, as {@code survey.json} has it. */
    Map<String, Object> details();

    /** Reads an answer. */
    Reading read(Input input, Hearing hearing);

    /** How a call listens for the answer. */
    Listening listening(Hearing hearing);

    /** The keys of prompts that it needs beside its own. */
    default List<String> promptKeys() {
        return List.of();
    }

    /** The options that are offered, in the order in which they are. */
    default List<Offer> offers(Hearing hearing) {
        return List.of();
    }

    /** How an answer is said back. */
    default String shown(Value value, Hearing hearing) {
        return value.text();
    }

    /** Whether it can be asked there at all. */
    default boolean canBeAsked(Channel channel, boolean plainPhone) {
        return true;
    }

    /** Whether an answer is waited for. */
    default boolean hasAnswer() {
        return true;
    }

    /** Its name. */
    default String id() {
        return frame().id();
    }

    /** An option that is offered. */
    record Offer(String key, String label) {}

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
