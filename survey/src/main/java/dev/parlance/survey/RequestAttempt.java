package dev.parlance.survey;

import dev.parlance.survey.machine.RequestResult;
import dev.parlance.survey.question.RequestOutcome;
import dev.parlance.survey.question.RequestTarget;
import java.util.Optional;

/**
 * What came of one attempt to make a request.
 *
 * @param result what a survey sees of it
 * @param retryAfter the header {@code Retry-After}
 */
record RequestAttempt(RequestResult result, Optional<String> retryAfter) {
    static RequestAttempt without(RequestOutcome outcome) {
        return of(RequestResult.without(outcome));
    }

    static RequestAttempt of(RequestResult result) {
        return new RequestAttempt(result, Optional.empty());
    }

    /** Looking something up changes nothing, so it failed. */
    RequestAttempt certain(RequestTarget target) {
        boolean isHarmless = target.isLookup() && result.outcome() == RequestOutcome.UNKNOWN;
        return isHarmless
                ? new RequestAttempt(
                        new RequestResult(RequestOutcome.FAILED, result.status(), result.json()), retryAfter)
                : this;
    }

    /** Whether another attempt can have another result, and does nothing twice. */
    boolean canBeRepeated(RequestTarget target) {
        return switch (result.outcome()) {
            case OK, REFUSED -> false;
            case FAILED -> isTemporary();
            case UNKNOWN -> isTemporary() && target.isRepeatable();
        };
    }

    private boolean isTemporary() {
        return switch (result.status()) {
            case 0, 408, 425, 429 -> true;
            default -> result.status() >= 500;
        };
    }
}
