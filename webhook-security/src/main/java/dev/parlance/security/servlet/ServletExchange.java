package dev.parlance.security.servlet;

import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Converts between a container's requests and responses and those of a {@link dev.parlance.webhook.WebhookHandler}. */
final class ServletExchange {
    private ServletExchange() {}

    /** The request without its body. */
    static WebhookRequest head(HttpServletRequest request) {
        return request(request, new byte[0]);
    }

    /**
     * The request with its path relative to the application.
     *
     * @throws IllegalArgumentException if its URL or a header is malformed
     */
    static WebhookRequest request(HttpServletRequest request, byte[] body) {
        String server = server(request);
        String target = target(request);
        String context = request.getContextPath();
        String routed = target.startsWith(context) ? target.substring(context.length()) : target;
        return WebhookRequest.of(request.getMethod(), server + routed, headers(request), body)
                .withUrl(server + target)
                .withRemoteAddress(request.getRemoteAddr());
    }

    private static String server(HttpServletRequest request) {
        String scheme = request.getScheme();
        int port = request.getServerPort();
        boolean defaultPort = port <= 0 || port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + request.getServerName() + (defaultPort ? "" : ":" + port);
    }

    /** Path and query as sent, even after a forward. */
    private static String target(HttpServletRequest request) {
        boolean forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) != null;
        Object path = forwarded ? request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) : request.getRequestURI();
        Object query =
                forwarded ? request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING) : request.getQueryString();
        return query == null ? path.toString() : path + "?" + query;
    }

    private static Headers headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name, Collections.list(request.getHeaders(name)));
        }
        return Headers.of(headers);
    }

    static void write(WebhookResponse from, HttpServletResponse to) throws IOException {
        to.setStatus(from.status());
        from.headers().asMap().forEach((name, values) -> values.forEach(value -> to.addHeader(name, value)));
        if (from.length() > 0) {
            to.setContentLength(from.length());
        }
        if (from.length() != 0) {
            from.writeTo(to.getOutputStream());
        }
    }
}
