package dev.parlance.aws.lambda;

import dev.parlance.webhook.Headers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The URL of a request, put together again from the parts that an event has. */
final class EventUrl {
    private static final String ALLOWED = "-._~!$&'()*+,;=:@/%";

    private EventUrl() {}

    /** The scheme that the gateway saw, and the host that it was asked for. */
    static String origin(String host, Headers headers) {
        if (!host.matches("[A-Za-z0-9._:\\[\\]-]+")) {
            throw new IllegalArgumentException("it names no host.");
        }
        return (headers.first("X-Forwarded-Proto").orElse("https").equals("http") ? "http://" : "https://") + host;
    }

    /** A path as an event has it, of which some parts may have been decoded. */
    static String path(String path) {
        StringBuilder encoded = new StringBuilder(path.startsWith("/") ? "" : "/");
        path.codePoints().forEach(c -> {
            boolean allowed = c < 0x80 && (Character.isLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0);
            encoded.append(allowed ? Character.toString(c) : percent(Character.toString(c)));
        });
        return encoded.toString();
    }

    /**
     * The path of a route: {@code /voice/{proxy+}} with its parameter put in. So a handler sees the same path below every stage
     * and every custom domain.
     */
    static String route(String template, Map<String, String> parameters) {
        String route = template;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            route = route.replace("{" + parameter.getKey() + "+}", parameter.getValue())
                    .replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return path(route);
    }

    /** A query whose names and values the gateway has decoded. */
    static String decodedQuery(Map<String, List<String>> parameters) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        parameters.forEach((name, values) -> values.forEach(value -> query.add(percent(name) + "=" + percent(value))));
        return query.toString();
    }

    /** A query as it was sent. */
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
