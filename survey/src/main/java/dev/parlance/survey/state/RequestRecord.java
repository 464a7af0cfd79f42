package dev.parlance.survey.state;

import dev.parlance.survey.question.RequestOutcome;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A request of a survey: about to be made, or made.
 *
 * @param id its idempotency key
 * @param hash a hash of what is sent
 * @param until when it must be over, even if the process that makes it has ended
 * @param outcome what came of it; empty until that is known
 * @param values the values from its reply, by the name of the question
 */
public record RequestRecord(
        String id, String hash, Instant until, Optional<RequestOutcome> outcome, Map<String, String> values) {
    /** Copies the map. */
    public RequestRecord {
        values = Map.copyOf(values);
    }

    /** A request that is about to be made. */
    public static RequestRecord claim(String id, String hash, Instant until) {
        return new RequestRecord(id, hash, until, Optional.empty(), Map.of());
    }

    /** A copy that must be over at another time. */
    public RequestRecord until(Instant time) {
        return new RequestRecord(id, hash, time, outcome, values);
    }

    /** A copy with what came of it. */
    public RequestRecord with(RequestOutcome newOutcome, Map<String, String> newValues) {
        return new RequestRecord(id, hash, until, Optional.of(newOutcome), newValues);
    }
}
