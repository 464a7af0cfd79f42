package dev.parlance.survey;

import dev.parlance.survey.machine.RequestResult;
import dev.parlance.survey.session.Session;

/**
 * A function of the application that a survey calls.
 *
 * <pre>{@code
 * RequestFunction daysLeft = (session, key) -> RequestResult.ok(Map.of("days", 12));
 * Surveys.builder(survey).function("daysLeft", daysLeft);
 * }</pre>
 */
@FunctionalInterface
public interface RequestFunction {
    /**
     * Does what the survey needs within ten seconds, because a person waits. Called once for each run and round. If it throws, the
     * outcome is {@code unknown}.
     *
     * <p>If nobody waits, it has ten minutes. It is called again with the same key if it fails; if it throws, or the process ends, only
     * if the survey says that it is idempotent.
     *
     * @param session the session, with all answers so far
     * @param key an idempotency key to hand on, such as to a payment service
     */
    RequestResult call(Session session, String key);
}
