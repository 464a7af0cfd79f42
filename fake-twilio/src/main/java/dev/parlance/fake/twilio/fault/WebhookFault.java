package dev.parlance.fake.twilio.fault;

/**
 * A fault to inject into a webhook.
 *
 * <pre>{@code
 * twilio.failNextWebhook("https://app.example/sms", WebhookFault.TWICE);
 * }</pre>
 */
public enum WebhookFault {
    /** The webhook does not arrive, as if the connection failed. Twilio retries once. */
    UNREACHABLE,
    /** The application handles the webhook, but its response is lost. Twilio retries only if the URL has {@code #rp=rt}. */
    ANSWER_LOST,
    /** The webhook arrives twice, one after the other, with the same idempotency token. The second response counts. */
    TWICE,
    /** The webhook arrives twice at the same time, with the same idempotency token. One of the responses counts. */
    TWICE_AT_ONCE,
    /** The webhook arrives two seconds late on the fake's clock. In a simulator you can see the delay. */
    LATE,
    /** The webhook is signed with a different auth token. */
    WRONGLY_SIGNED,
    /** The webhook has no signature. */
    UNSIGNED,
    /** The webhook waits until the test releases it, so that later ones overtake it. Only for texts, not for calls. */
    HELD
}
