package dev.parlance.survey.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The settings common to all questions.
 *
 * @param id the question's name (letters, digits, underscores); {@code {id}} inserts its answer in later prompts
 * @param prompt the key of the prompt that asks the question
 * @param when the condition under which the question is asked
 * @param next the jumps after the question; if none applies, the next question in order follows
 * @param optional whether respondents can skip the question
 * @param attempts how often the question is asked; if empty, the survey's setting applies
 * @param within how long it waits for an answer; if empty, as long as the survey runs
 */
public record QuestionSettings(
        String id,
        String prompt,
        Condition when,
        List<Jump> next,
        boolean optional,
        Optional<Attempts> attempts,
        Optional<TimeLimit> within) {
    /** Copies the list. */
    public QuestionSettings {
        next = List.copyOf(next);
    }

    /** Settings without a time limit. */
    public QuestionSettings(
            String id, String prompt, Condition when, List<Jump> next, boolean optional, Optional<Attempts> attempts) {
        this(id, prompt, when, next, optional, attempts, Optional.empty());
    }

    /** A required question that is always asked, without jumps, with the prompt of the same name. */
    public static QuestionSettings of(String id) {
        return new QuestionSettings(id, id, Condition.All.ALWAYS, List.of(), false, Optional.empty());
    }

    QuestionSettings withPrompt(String key) {
        return new QuestionSettings(id, key, when, next, optional, attempts, within);
    }

    QuestionSettings withCondition(Condition condition) {
        return new QuestionSettings(id, prompt, condition, next, optional, attempts, within);
    }

    QuestionSettings and(Jump jump) {
        List<Jump> more = new ArrayList<>(next);
        more.add(jump);
        return withJumps(more);
    }

    QuestionSettings withJumps(List<Jump> more) {
        return new QuestionSettings(id, prompt, when, more, optional, attempts, within);
    }

    QuestionSettings asOptional() {
        return new QuestionSettings(id, prompt, when, next, true, attempts, within);
    }

    QuestionSettings withAttempts(Attempts own) {
        return new QuestionSettings(id, prompt, when, next, optional, Optional.of(own), within);
    }

    QuestionSettings withLimit(TimeLimit limit) {
        return new QuestionSettings(id, prompt, when, next, optional, attempts, Optional.of(limit));
    }
}
