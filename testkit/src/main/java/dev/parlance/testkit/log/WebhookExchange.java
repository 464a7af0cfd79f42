package dev.parlance.testkit.log;

import dev.parlance.webhook.WebhookRequest;
import java.time.Duration;
import java.time.Instant;

/**
 * A webhook and the application's response.
 *
 * <pre>{@code
 * WebhookExchange last = twilio.log().webhooks().get(0);
 * assertThat(last.request().parameters().required("Body")).isEqualTo("hola");
 * }</pre>
 *
 * @param number the sequence number in the log, from 1
 * @param at the time on the fake's clock
 * @param request the request
 * @param signing how the request was signed
 * @param status the HTTP status of the response; 0 without a response
 * @param contentType the content type of the response; empty if it has none
 * @param body the body of the response
 * @param outcome the outcome in words: {@code HTTP 200}, {@code no connection}
 * @param duration the application's response time, in real time
 */
public record WebhookExchange(
        long number,
        Instant at,
        WebhookRequest request,
        Signing signing,
        int status,
        String contentType,
        String body,
        String outcome,
        Duration duration) {
    /** How a webhook is signed. */
    public enum Signing {
        /** Signed with the account's auth token, as Twilio does. */
        VALID,
        /** Signed with a different token. */
        FORGED,
        /** Unsigned. */
        NONE
    }

    /** Method, path and outcome. Leaves out the rest, which may contain personal messages. */
    @Override
    public String toString() {
        return request.method() + " " + request.path() + " -> " + outcome;
    }
}
