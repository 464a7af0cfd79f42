package dev.parlance.survey.question;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a question waits for its answer, and where the survey goes without one. In {@code survey.json}:
 *
 * <pre>
 * {"id": "code", "kind": "number", "answerWithin": "PT10M"}
 * {"id": "code", "kind": "number", "answerWithin": {"time": "PT10M", "then": "end"}}
 * </pre>
 *
 * @param time the time, from when the question is asked for the first time
 * @param then the target of a {@link Jump}; if empty, the survey goes on as if the question had been skipped
 */
public record TimeLimit(Duration time, Optional<String> then) {
    /** A limit after which the survey goes on as if the question had been skipped. */
    public static TimeLimit of(Duration time) {
        return new TimeLimit(time, Optional.empty());
    }

    /** Returns a copy after which the survey goes to another question, a group, an end or an agent. */
    public TimeLimit then(String target) {
        return new TimeLimit(time, Optional.of(target));
    }
}
