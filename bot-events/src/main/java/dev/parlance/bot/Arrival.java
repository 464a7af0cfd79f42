package dev.parlance.bot;

import dev.parlance.webhook.WebhookResponse;
import java.util.Optional;

/**
 * What came of reading a webhook.
 *
 * @param response what the sender is answered
 * @param job what is to be done after that, if anything is
 */
record Arrival(WebhookResponse response, Optional<Job> job) {
    private static final WebhookResponse TAKEN = WebhookResponse.text("");

    /** Nothing is left to be done. */
    static Arrival answered(WebhookResponse response) {
        return new Arrival(response, Optional.empty());
    }

    /** Nothing is to be done and nothing to be said. */
    static Arrival taken() {
        return answered(TAKEN);
    }

    /** It is taken, and something is to be done. */
    static Arrival taken(Job job) {
        return new Arrival(TAKEN, Optional.of(job));
    }

    /** It makes no sense, and would make none the next time. */
    static Arrival malformed(String why) {
        return answered(WebhookResponse.text(why).withStatus(400).withHeader("X-Slack-No-Retry", "1"));
    }
}
