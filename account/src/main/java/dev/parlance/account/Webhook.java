package dev.parlance.account;

import com.twilio.http.HttpMethod;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A URL that Twilio calls when something happens, and how.
 *
 * @param url what is called
 * @param method by which HTTP method
 */
public record Webhook(URI url, Method method) {
    /** How Twilio calls a URL. */
    public enum Method {
        /** With the parameters in the query. */
        GET,
        /** With the parameters in the body. */
        POST
    }

    /** A URL that is called by POST. */
    public static Webhook post(URI url) {
        return new Webhook(url, Method.POST);
    }

    /** As Twilio's SDK has it: no URL, or a blank one, is no webhook. */
    static Optional<Webhook> of(@Nullable URI url, @Nullable HttpMethod method) {
        return Optional.ofNullable(url)
                .filter(given -> !given.toString().isBlank())
                .map(given -> method == HttpMethod.GET ? get(given) : post(given));
    }

    HttpMethod httpMethod() {
        return method == Method.GET ? HttpMethod.GET : HttpMethod.POST;
    }

    /** A URL that is called by GET. */
    public static Webhook get(URI url) {
        return new Webhook(url, Method.GET);
    }
}
