package dev.parlance.survey.state;

import dev.parlance.survey.question.RequestOutcome;
import dev.parlance.survey.question.RequestTarget;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A request of a survey: about to be made, or made.
 *
 * @param id its idempotency key; empty before its first claim
 * @param hash a hash of what is sent
 * @param until when it must be over, even if the process that makes it has ended; in the background, also when it is made next
 * @param outcome what came of it; empty until that is known
 * @param values the values from its reply, by the name of the question
 * @param background what is needed to make it while nobody waits; empty once it is over
 */
public record RequestRecord(
        String id,
        String hash,
        Instant until,
        Optional<RequestOutcome> outcome,
        Map<String, String> values,
        Optional<BackgroundRequest> background) {
    /** Copies the map. */
    public RequestRecord {
        values = Map.copyOf(values);
    }

    /** A request that is about to be made. */
    public static RequestRecord claim(String id, String hash, Instant until) {
        return new RequestRecord(id, hash, until, Optional.empty(), Map.of(), Optional.empty());
    }

    /** A request that is due now, and that nobody waits for. */
    public static RequestRecord inBackground(String hash, RequestTarget target, Instant now) {
        BackgroundRequest first = BackgroundRequest.since(now, target);
        return new RequestRecord("", hash, now, Optional.empty(), Map.of(), Optional.of(first));
    }

    /** A copy that must be over at another time. */
    public RequestRecord until(Instant time) {
        return new RequestRecord(id, hash, time, outcome, values, background);
    }

    /** A copy that is about to be made in the background. It keeps its idempotency key. */
    public RequestRecord claimed(String newId, Instant time) {
        return new RequestRecord(
                id.isEmpty() ? newId : id, hash, time, outcome, values, background.map(BackgroundRequest::claimed));
    }

    /** A copy that is made again in the background at this time. */
    public RequestRecord againAt(Instant time) {
        return new RequestRecord(id, hash, time, outcome, values, background.map(BackgroundRequest::released));
    }

    /** A copy with what came of it. */
    public RequestRecord with(RequestOutcome newOutcome, Map<String, String> newValues) {
        return new RequestRecord(id, hash, until, Optional.of(newOutcome), newValues, Optional.empty());
    }

    /** The key and the outcome, but no values. */
    @Override
    public String toString() {
        return "RequestRecord[" + id + ", " + outcome + "]";
    }

    /** When it is due in the background, or its claim is over; empty if somebody waits for it or it is over. */
    public Optional<Instant> due() {
        return background.map(any -> until);
    }
}
