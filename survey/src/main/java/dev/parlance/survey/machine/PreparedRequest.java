package dev.parlance.survey.machine;

import dev.parlance.internal.Sha256;
import dev.parlance.survey.question.RequestTarget;
import dev.parlance.survey.session.Session;
import java.time.Duration;

/**
 * A request that a turn needs, with its values.
 *
 * @param key the name of its answer
 * @param question the name of the question
 * @param target where it goes
 * @param timeout how long to wait
 * @param session the session in the middle of the turn, with all answers so far
 */
public record PreparedRequest(String key, String question, RequestTarget target, Duration timeout, Session session) {
    /** A hash of what is sent. */
    public String hash() {
        return Sha256.hex(target.fields().toString());
    }

    /** The name of the question. */
    @Override
    public String toString() {
        return "PreparedRequest[" + question + "]";
    }
}
