package dev.parlance.survey.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings common to all questions. Immutable: the methods return copies. */
public final class QuestionSettings {
    private final String id;
    private final String prompt;
    private final Condition when;
    private final List<Jump> next;
    private final boolean optional;
    private final Optional<Attempts> attempts;
    private final Optional<TimeLimit> answerWithin;

    /** Settings without a time limit. */
    public QuestionSettings(
            String id, String prompt, Condition when, List<Jump> next, boolean optional, Optional<Attempts> attempts) {
        this(id, prompt, when, next, optional, attempts, Optional.empty());
    }

    private QuestionSettings(
            String id,
            String prompt,
            Condition when,
            List<Jump> next,
            boolean optional,
            Optional<Attempts> attempts,
            Optional<TimeLimit> answerWithin) {
        this.id = id;
        this.prompt = prompt;
        this.when = when;
        this.next = List.copyOf(next);
        this.optional = optional;
        this.attempts = attempts;
        this.answerWithin = answerWithin;
    }

    /** A required question that is always asked, without jumps, with the prompt of the same name. */
    public static QuestionSettings of(String id) {
        return new QuestionSettings(id, id, Condition.All.ALWAYS, List.of(), false, Optional.empty());
    }

    /** The question's name (letters, digits, underscores); {@code {id}} inserts its answer in later prompts. */
    public String id() {
        return id;
    }

    /** The key of the prompt that asks the question. */
    public String prompt() {
        return prompt;
    }

    /** The condition under which the question is asked. */
    public Condition when() {
        return when;
    }

    /** The jumps after the question; if none applies, the next question in order follows. */
    public List<Jump> next() {
        return next;
    }

    /** Whether respondents can skip the question. */
    public boolean optional() {
        return optional;
    }

    /** How often the question is asked; if empty, the survey's setting applies. */
    public Optional<Attempts> attempts() {
        return attempts;
    }

    /** How long the question waits for an answer; if empty, as long as the survey runs. */
    public Optional<TimeLimit> answerWithin() {
        return answerWithin;
    }

    QuestionSettings withPrompt(String key) {
        return new QuestionSettings(id, key, when, next, optional, attempts, answerWithin);
    }

    QuestionSettings withCondition(Condition condition) {
        return new QuestionSettings(id, prompt, condition, next, optional, attempts, answerWithin);
    }

    /** The settings of a part that is asked for on its own, which has no prompt of its own. */
    QuestionSettings ofPart() {
        return new QuestionSettings(id, "", Condition.All.ALWAYS, List.of(), optional, attempts);
    }

    QuestionSettings and(Jump jump) {
        List<Jump> more = new ArrayList<>(next);
        more.add(jump);
        return withJumps(more);
    }

    QuestionSettings withJumps(List<Jump> jumps) {
        return new QuestionSettings(id, prompt, when, jumps, optional, attempts, answerWithin);
    }

    QuestionSettings asOptional() {
        return new QuestionSettings(id, prompt, when, next, true, attempts, answerWithin);
    }

    QuestionSettings withAttempts(Attempts own) {
        return new QuestionSettings(id, prompt, when, next, optional, Optional.of(own), answerWithin);
    }

    /** Returns a copy that waits this long for an answer; if empty, as long as the survey runs. */
    public QuestionSettings withLimit(Optional<TimeLimit> limit) {
        return new QuestionSettings(id, prompt, when, next, optional, attempts, limit);
    }

    private List<Object> parts() {
        return List.of(id, prompt, when, next, optional, attempts, answerWithin);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof QuestionSettings settings && parts().equals(settings.parts()));
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    /** The question's name. */
    @Override
    public String toString() {
        return "QuestionSettings[" + id + "]";
    }
}
