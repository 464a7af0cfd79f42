package dev.parlance.account;

import dev.parlance.twiml.HttpMethod;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A URL that Twilio calls, and the HTTP method.
 *
 * @param url the URL
 * @param method the HTTP method
 */
public record Webhook(URI url, HttpMethod method) {
    /** Calls this URL with POST. */
    public static Webhook post(URI url) {
        return new Webhook(url, HttpMethod.POST);
    }

    /** Calls this URL with GET. */
    public static Webhook get(URI url) {
        return new Webhook(url, HttpMethod.GET);
    }

    /** Converts from the SDK, where a missing or blank URL means no webhook. */
    static Optional<Webhook> of(@Nullable URI url, com.twilio.http.@Nullable HttpMethod method) {
        return Optional.ofNullable(url)
                .filter(given -> !given.toString().isBlank())
                .map(given -> method == com.twilio.http.HttpMethod.GET ? get(given) : post(given));
    }

    com.twilio.http.HttpMethod twilioMethod() {
        return method == HttpMethod.GET ? com.twilio.http.HttpMethod.GET : com.twilio.http.HttpMethod.POST;
    }
}
