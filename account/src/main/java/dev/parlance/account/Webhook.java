package dev.parlance.account;

import com.twilio.http.HttpMethod;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A URL that Twilio calls, and the HTTP method.
 *
 * @param url the URL
 * @param method the HTTP method
 */
public record Webhook(URI url, Method method) {
    /** The HTTP method of a webhook. */
    public enum Method {
        /** Parameters are in the query. */
        GET,
        /** Parameters are in the body. */
        POST
    }

    /** Calls this URL with POST. */
    public static Webhook post(URI url) {
        return new Webhook(url, Method.POST);
    }

    /** Converts from the SDK, where a missing or blank URL means no webhook. */
    static Optional<Webhook> of(@Nullable URI url, @Nullable HttpMethod method) {
        return Optional.ofNullable(url)
                .filter(given -> !given.toString().isBlank())
                .map(given -> method == HttpMethod.GET ? get(given) : post(given));
    }

    HttpMethod httpMethod() {
        return method == Method.GET ? HttpMethod.GET : HttpMethod.POST;
    }

    /** Calls this URL with GET. */
    public static Webhook get(URI url) {
        return new Webhook(url, Method.GET);
    }
}
