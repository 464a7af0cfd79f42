package dev.parlance.bot;

import dev.parlance.webhook.WebhookResponse;
import java.util.Optional;

/**
 * The result of reading a webhook.
 *
 * @param response the response to the sender
 * @param job what to do after that, if anything
 */
record WebhookResult(WebhookResponse response, Optional<Job> job) {
    private static final WebhookResponse ACCEPTED = WebhookResponse.text("");

    /** A response without a job. */
    static WebhookResult answered(WebhookResponse response) {
        return new WebhookResult(response, Optional.empty());
    }

    /** An empty response without a job. */
    static WebhookResult accepted() {
        return answered(ACCEPTED);
    }

    /** An empty response with a job. */
    static WebhookResult accepted(Job job) {
        return new WebhookResult(ACCEPTED, Optional.of(job));
    }

    /** Refuses a malformed request and asks the sender not to retry. */
    static WebhookResult malformed(String why) {
        return answered(WebhookResponse.text(why).withStatus(400).withHeader("X-Slack-No-Retry", "1"));
    }
}
