package dev.parlance.aws.lambda;

import dev.parlance.webhook.Headers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Restores the URL of a request from its parts in an event. */
final class EventUrl {
    private static final String ALLOWED = "-._~!$&'()*+,;=:@/%";

    private EventUrl() {}

    /** The scheme and the host of the request that the gateway received. */
    static String origin(String host, Headers headers) {
        if (!host.matches("[A-Za-z0-9._:\\[\\]-]+")) {
            throw new IllegalArgumentException("its host name is missing or invalid.");
        }
        return (headers.first("X-Forwarded-Proto").orElse("https").equals("http") ? "http://" : "https://") + host;
    }

    /** Encodes a path from an event, parts of which may have been decoded. */
    static String path(String path) {
        StringBuilder encoded = new StringBuilder(path.startsWith("/") ? "" : "/");
        path.codePoints().forEach(c -> {
            boolean allowed = c < 0x80 && (Character.isLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0);
            encoded.append(allowed ? Character.toString(c) : percent(Character.toString(c)));
        });
        return encoded.toString();
    }

    /**
     * The path of a route: {@code /voice/{proxy+}} with its parameters filled in. Handlers see the same path below each stage and
     * custom domain.
     */
    static String route(String template, Map<String, String> parameters) {
        String route = template;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            route = route.replace("{" + parameter.getKey() + "+}", parameter.getValue())
                    .replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return path(route);
    }

    /** Restores a query whose names and values the gateway has decoded. */
    static String decodedQuery(Map<String, List<String>> parameters) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        parameters.forEach((name, values) -> values.forEach(value -> query.add(percent(name) + "=" + percent(value))));
        return query.toString();
    }

    /** A query that the gateway has not changed. */
    static String rawQuery(String query) {
        return query.isEmpty() ? "" : "?" + query;
    }

    private static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
