package dev.parlance.security.servlet;

import dev.parlance.webhook.WebhookRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
    private final byte[] bytes;
    private final boolean tooLarge;
    private final boolean formWasRead;

    private BodyReader(byte[] bytes, boolean tooLarge, boolean formWasRead) {
        this.bytes = bytes;
        this.tooLarge = tooLarge;
        this.formWasRead = formWasRead;
    }

    static BodyReader of(HttpServletRequest request, int limit) throws IOException {
        if (request.getContentLengthLong() > limit) {
            return new BodyReader(new byte[0], true, false);
        }
        byte[] bytes = request.getInputStream().readNBytes(limit + 1);
        if (bytes.length > limit) {
            return new BodyReader(new byte[0], true, false);
        }
        boolean gone = bytes.length == 0 && request.getContentLengthLong() != 0;
        byte[] form = gone ? writtenAgain(request) : bytes;
        return new BodyReader(form, false, form.length > bytes.length);
    }

    private static byte[] writtenAgain(HttpServletRequest request) {
        WebhookRequest query = ServletExchange.request(request, new byte[0]);
        if (!query.hasForm()) {
            return new byte[0];
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

    boolean isTooLarge() {
        return tooLarge;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Whether something before has had the form read. */
    boolean formWasRead() {
        return formWasRead;
    }

    /** The request with its body as if unread. */
    HttpServletRequest replaying(HttpServletRequest request, HttpServletResponse response) {
        return new BufferedRequest(request, response, bytes, formWasRead);
    }
}
