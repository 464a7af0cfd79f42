package dev.parlance.survey.question;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a {@link Request} goes. */
public sealed interface RequestTarget {
    /** Returns a copy with values for its placeholders; empty if one of them is not known. */
    Optional<RequestTarget> filled(RequestValues values);

    /** Reads {@link #fields}. */
    static RequestTarget of(JsonNode fields) {
        boolean isIdempotent = fields.path("idempotent").asBoolean();
        if (fields.has("function")) {
            return new Function(fields.get("function").asText(), isIdempotent);
        }
        return new Http(
                fields.path("method").asText(Http.GET),
                fields.path("url").asText(),
                Optional.ofNullable(fields.get("body")).map(JsonNode::toString),
                Optional.ofNullable(fields.get("secret")).map(JsonNode::asText),
                isIdempotent);
    }

    /** Whether it only reads, so that it can be repeated at any time. */
    boolean isLookup();

    /** Whether a repeat with the same key changes nothing. */
    boolean isRepeatable();

    /** Returns a copy that changes nothing when it is repeated with the same key. */
    RequestTarget idempotent();

    /** The names of its placeholders. */
    Set<String> placeholders();

    /** The fields in {@code survey.json}. */
    Map<String, Object> fields();

    /**
     * An HTTP request.
     *
     * @param template the URL, with placeholders until they are filled
     * @param body JSON with placeholders
     * @param secret the name of the secret that the application sends as bearer token
     * @param isIdempotent whether the server does nothing twice for the same {@code Idempotency-Key}
     */
    record Http(String method, String template, Optional<String> body, Optional<String> secret, boolean isIdempotent)
            implements RequestTarget {
        private static final String GET = "GET";

        @Override
        public Optional<RequestTarget> filled(RequestValues values) {
            Optional<String> filledUrl = RequestTemplate.url(template, values);
            Optional<String> filledBody = body.flatMap(json -> RequestTemplate.body(json, values));
            return filledUrl.isPresent() && filledBody.isPresent() == body.isPresent()
                    ? Optional.of(new Http(method, filledUrl.get(), filledBody, secret, isIdempotent))
                    : Optional.empty();
        }

        @Override
        public boolean isLookup() {
            return method.equals(GET);
        }

        @Override
        public boolean isRepeatable() {
            return isLookup() || isIdempotent;
        }

        @Override
        public Set<String> placeholders() {
            Set<String> names = new LinkedHashSet<>(RequestTemplate.names(template));
            body.ifPresent(json -> names.addAll(RequestTemplate.names(json)));
            return names;
        }

        @Override
        public Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            if (!isLookup()) {
                fields.put("method", method);
            }
            fields.put("url", template);
            body.ifPresent(json -> fields.put("body", Request.json(json)));
            secret.ifPresent(name -> fields.put("secret", name));
            if (isIdempotent) {
                fields.put("idempotent", true);
            }
            return fields;
        }

        @Override
        public Http idempotent() {
            return new Http(method, template, body, secret, true);
        }

        /** The method and nothing that could identify a person. */
        @Override
        public String toString() {
            return method + " request";
        }
    }

    /**
     * A function of the application.
     *
     * @param name the name that the application gave it
     * @param isIdempotent whether it does nothing twice for the same key
     */
    record Function(String name, boolean isIdempotent) implements RequestTarget {
        @Override
        public Optional<RequestTarget> filled(RequestValues values) {
            return Optional.of(this);
        }

        @Override
        public boolean isLookup() {
            return false;
        }

        @Override
        public boolean isRepeatable() {
            return isIdempotent;
        }

        @Override
        public Set<String> placeholders() {
            return Set.of();
        }

        @Override
        public Function idempotent() {
            return new Function(name, true);
        }

        @Override
        public Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>(Map.of("function", name));
            if (isIdempotent) {
                fields.put("idempotent", true);
            }
            return fields;
        }
    }
}
