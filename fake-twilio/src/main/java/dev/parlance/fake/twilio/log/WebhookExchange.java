package dev.parlance.fake.twilio.log;

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
 */
public interface WebhookExchange {
    /** How a webhook is signed. */
    enum Signing {
        /** Signed with the account's auth token, as Twilio does. */
        VALID,
        /** Signed with a different token. */
        FORGED,
        /** Unsigned. */
        NONE
    }

    /** The sequence number in the log, from 1. */
    long number();

    /** The time on the fake's clock. */
    Instant at();

    /** The request. */
    WebhookRequest request();

    /** How the request was signed. */
    Signing signing();

    /** The HTTP status of the response; 0 without a response. */
    int status();

    /** The content type of the response; empty if it has none. */
    String contentType();

    /** The body of the response. */
    String body();

    /** The outcome in words: {@code HTTP 200}, {@code no connection}. */
    String outcome();

    /** The application's response time, in real time. */
    Duration duration();

    /** Method, path and outcome. Leaves out the rest, which may contain personal messages. */
    @Override
    String toString();
}
