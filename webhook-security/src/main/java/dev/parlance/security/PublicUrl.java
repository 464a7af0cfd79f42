package dev.parlance.security;

import dev.parlance.webhook.WebhookRequest;
import java.net.URI;

/** Determines a request's URL as its sender saw it. */
@FunctionalInterface
interface PublicUrl {
    PublicUrl AS_IT_ARRIVES = WebhookRequest::url;

    /** The URL that was signed. */
    String of(WebhookRequest request);

    /** This base, followed by the path and query of the request. */
    static PublicUrl below(String base) {
        String checked = checked(base);
        return request -> checked + afterAuthority(request.url());
    }

    private static String checked(String base) {
        try {
            URI uri = URI.create(base);
            boolean isBase = uri.getScheme() != null
                    && uri.getScheme().matches("(?i)https?|wss?")
                    && uri.getRawAuthority() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            if (isBase) {
                return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
            }
        } catch (IllegalArgumentException e) {
            throw invalid(base, e);
        }
        throw invalid(base, null);
    }

    private static IllegalArgumentException invalid(String base, @org.jspecify.annotations.Nullable Throwable cause) {
        return new IllegalArgumentException(
                "The public URL must be the address where Twilio reaches this application, such as"
                        + " https://hooks.example.com or https://example.com/prefix, not \"" + base + "\"",
                cause);
    }

    /** Path and query as sent. */
    static String afterAuthority(String url) {
        int start = url.indexOf("://") + 3;
        for (int i = start; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == '/' || c == '?' || c == '#') {
                return c == '/' ? url.substring(i) : "/" + url.substring(i);
            }
        }
        return "/";
    }
}
