package dev.parlance.survey.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every question has.
 *
 * @param id its name: of letters, digits and underscores, so that {@code {id}} stands for its answer in later prompts
 * @param prompt the key of the prompt that asks it
 * @param when whether it is asked at all
 * @param next where to go on; to the next in order where nothing fits
 * @param optional whether it may be skipped
 * @param attempts how often it is asked; as the survey says, where this is empty
 */
public record Frame(
        String id, String prompt, Condition when, List<Jump> next, boolean optional, Optional<Attempts> attempts) {
    /** Keeps the list as it is now. */
    public Frame {
        next = List.copyOf(next);
    }

    /** A question that is always asked, once, by the prompt of its name. */
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
