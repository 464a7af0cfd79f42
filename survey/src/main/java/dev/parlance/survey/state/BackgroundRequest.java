package dev.parlance.survey.state;

import dev.parlance.survey.question.RequestTarget;
import java.time.Instant;

/**
 * A request that nobody waits for, until it is known what came of it.
 *
 * @param target where it goes, with the values of the time when the survey came to it
 * @param since that time
 * @param attempts how often it has been made
 * @param isClaimed whether it is being made, or was when the process ended
 */
public record BackgroundRequest(RequestTarget target, Instant since, int attempts, boolean isClaimed) {
    /** A request that is about to be made for the first time. */
    static BackgroundRequest since(Instant now, RequestTarget target) {
        return new BackgroundRequest(target, now, 0, false);
    }

    BackgroundRequest claimed() {
        return new BackgroundRequest(target, since, attempts + 1, true);
    }

    BackgroundRequest released() {
        return new BackgroundRequest(target, since, attempts, false);
    }
}
