package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A request to a resource of the API.
 *
 * @param account the account in the path or, without one, the caller's account
 * @param names the path variables
 */
record Exchange(WebhookRequest request, String account, Map<String, String> names) {
    /** A path variable. */
    String name(String name) {
        return Objects.requireNonNull(names.get(name), name);
    }

    /** A form parameter; empty if it is missing. */
    String form(String name) {
        return request.formParameters().first(name).orElse("");
    }

    List<String> all(String name) {
        return request.formParameters().all(name);
    }

    boolean has(String name) {
        return request.formParameters().first(name).isPresent();
    }

    String required(String name) {
        String value = form(name);
        if (value.isBlank()) {
            throw ApiError.badRequest(20001, "Missing required parameter " + name + " in the post body");
        }
        return value;
    }

    /** A query parameter; empty if it is missing. */
    String query(String name) {
        return request.queryParameters().first(name).orElse("");
    }

    Parameters form() {
        return request.formParameters();
    }

    /** The path variables plus these names and values, for a new resource. */
    Map<String, String> with(String... namesAndValues) {
        Map<String, String> values = new HashMap<>(names);
        values.putIfAbsent("account_sid", account);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }

    /** The path as in Twilio's error messages. */
    String path() {
        String path = request.path();
        return path.startsWith("/v1/") ? path.substring(3) : path + ".json";
    }
}
