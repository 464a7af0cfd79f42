package dev.parlance.fake.twilio.replay;

import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;

/** Answers requests in place of the fake's own API. */
public interface Substitute {
    /**
     * Answers a request.
     *
     * @param host the host that the request is for, for example {@code api.twilio.com}
     */
    WebhookResponse answer(String host, WebhookRequest request);

    /** The request's path as the fake may log it. */
    String loggedPath(String host, WebhookRequest request);
}
