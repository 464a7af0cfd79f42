package dev.parlance.security.servlet;

import dev.parlance.webhook.WebhookRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Reads a request's body, once and no further than a limit. Where something before has had the container read a form, its
 * bytes are gone and its parameters are left, from which the form is written again: what is signed are its parameters.
 */
final class BodyReader {
    private static final byte[] NOTHING = {};

    private final State state;
    private final byte[] bytes;

    /** How the body was found. */
    enum State {
        READ,
        /** A form that was read before, and is written again. */
        WRITTEN_AGAIN,
        /** It was read before, and nothing is left of it. */
        GONE,
        TOO_LARGE
    }

    private BodyReader(State state, byte[] bytes) {
        this.state = state;
        this.bytes = bytes;
    }

    static BodyReader of(HttpServletRequest request, int limit) throws IOException {
        if (request.getContentLengthLong() > limit) {
            return new BodyReader(State.TOO_LARGE, NOTHING);
        }
        byte[] bytes = unread(request, limit);
        if (bytes.length > limit) {
            return new BodyReader(State.TOO_LARGE, NOTHING);
        }
        boolean wasSent = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        if (bytes.length > 0 || !wasSent) {
            return new BodyReader(State.READ, bytes);
        }
        byte[] form = writtenAgain(request);
        return new BodyReader(form.length == 0 ? State.GONE : State.WRITTEN_AGAIN, form);
    }

    private static byte[] unread(HttpServletRequest request, int limit) throws IOException {
        try {
            return request.getInputStream().readNBytes(limit + 1);
        } catch (IllegalStateException e) {
            return NOTHING; // Something before has taken the reader.
        }
    }

    private static byte[] writtenAgain(HttpServletRequest request) {
        WebhookRequest query = ServletExchange.request(request, NOTHING);
        if (!query.hasForm()) {
            return NOTHING;
        }
        List<String> form = new ArrayList<>();
        for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
            List<String> values = new ArrayList<>(Arrays.asList(parameter.getValue()));
            // The container puts the values of the query first.
            int ofQuery = query.queryParameters().all(parameter.getKey()).size();
            values.subList(0, Math.min(ofQuery, values.size())).clear();
            values.forEach(value -> Collections.addAll(form, parameter.getKey(), value));
        }
        return query.form(form.toArray(String[]::new)).body();
    }

    State state() {
        return state;
    }

    byte[] bytes() {
        return bytes;
    }
}
