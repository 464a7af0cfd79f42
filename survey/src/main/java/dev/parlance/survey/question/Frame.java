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
 */
public record Frame(
        String id, String prompt, Condition when, List<Jump> next, boolean optional, Optional<Attempts> attempts) {
    /** Copies the list. */
    public Frame {
        next = List.copyOf(next);
    }

    /** A required question that is always asked, without jumps, with the prompt of the same name. */
    public static Frame of(String id) {
        return new Frame(id, id, Condition.All.OF_NONE, List.of(), false, Optional.empty());
    }

    Frame withPrompt(String key) {
        return new Frame(id, key, when, next, optional, attempts);
    }

    Frame withCondition(Condition condition) {
        return new Frame(id, prompt, condition, next, optional, attempts);
    }

    Frame and(Jump jump) {
        List<Jump> more = new ArrayList<>(next);
        more.add(jump);
        return new Frame(id, prompt, when, more, optional, attempts);
    }

    Frame asOptional() {
        return new Frame(id, prompt, when, next, true, attempts);
    }

    Frame withAttempts(Attempts own) {
        return new Frame(id, prompt, when, next, optional, Optional.of(own));
    }
}
