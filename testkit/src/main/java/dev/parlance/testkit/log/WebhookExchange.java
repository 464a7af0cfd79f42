package dev.parlance.testkit.log;

import dev.parlance.webhook.WebhookRequest;
import java.time.Duration;
import java.time.Instant;

/**
 * A webhook as it was sent, and what the application answered.
 *
 * <pre>{@code
 * WebhookExchange last = twilio.log().webhooks().get(0);
 * assertThat(last.request().parameters().required("Body")).isEqualTo("hola");
 * }</pre>
 *
 * @param number its place among all that happened, from 1
 * @param at when, by the fake's clock
 * @param request what was sent
 * @param seal how it was signed
 * @param status the answer's HTTP status, 0 if none came
 * @param contentType the answer's content type, the empty text if it names none
 * @param body the answer's body
 * @param outcome how it went, in words: {@code HTTP 200}, {@code no connection}
 * @param took how long the application took for it, in real time
 */
public record WebhookExchange(
        long number,
        Instant at,
        WebhookRequest request,
        Seal seal,
        int status,
        String contentType,
        String body,
        String outcome,
        Duration took) {
    /** How a webhook is signed. */
    public enum Seal {
        /** With the account's key, as Twilio signs. */
        VALID,
        /** With a key that is not the account's. */
        FORGED,
        /** Not at all. */
        NONE
    }

    /** Method, path and outcome; the rest may be what a person wrote. */
    @Override
    public String toString() {
        return request.method() + " " + request.path() + " -> " + outcome;
    }
}
