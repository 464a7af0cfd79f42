package dev.parlance.testkit.rest;

import dev.parlance.testkit.world.ApiError;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A request to one of the API's resources.
 *
 * @param account the account that it is about: the one in the path, or else the one that asks
 * @param names the values of the names in braces of the resource's path
 */
record Exchange(WebhookRequest request, String account, Map<String, String> names) {
    /** The value of a name in braces of the path. */
    String name(String name) {
        return Objects.requireNonNull(names.get(name), name);
    }

    /** A parameter of the form, the empty text if it is missing. */
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

    /** A parameter of the query, the empty text if it is missing. */
    String query(String name) {
        return request.queryParameters().first(name).orElse("");
    }

    Parameters form() {
        return request.formParameters();
    }

    /** The names in the path, and this besides: what a new thing is made of. */
    Map<String, String> with(String... namesAndValues) {
        Map<String, String> values = new HashMap<>(names);
        values.putIfAbsent("account_sid", account);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }

    /** The path as Twilio's errors name it. */
    String path() {
        String path = request.path();
        return path.startsWith("/v1/") ? path.substring(3) : path + ".json";
    }
}
