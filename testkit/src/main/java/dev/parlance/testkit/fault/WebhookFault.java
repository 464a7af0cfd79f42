package dev.parlance.testkit.fault;

/**
 * What goes wrong with a webhook on its way to the application.
 *
 * <pre>{@code
 * twilio.nextWebhook("https://app.example/sms", WebhookFault.TWICE);
 * }</pre>
 */
public enum WebhookFault {
    /** It never arrives, as if no connection could be opened. Twilio tries once more by itself. */
    UNREACHABLE,
    /** It is handled, and its answer never arrives. Twilio tries again only if the URL says {@code #rp=rt}. */
    ANSWER_LOST,
    /** It arrives, is handled, and arrives once more with the same idempotency token; the second answer counts. */
    TWICE,
    /** It arrives twice at the same time, with the same idempotency token; one of the two answers counts. */
    TWICE_AT_ONCE,
    /** It arrives two seconds late, by the fake's clock: in a simulator one sees it. */
    LATE,
    /** Its signature is made with a key that is not the account's. */
    WRONGLY_SIGNED,
    /** It has no signature. */
    UNSIGNED,
    /** It waits until the test lets it go, so that a later one comes first. Only texts can wait, not calls. */
    HELD
}
