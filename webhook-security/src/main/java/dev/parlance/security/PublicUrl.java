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
    static PublicUrl below(URI base) {
        String checked = checked(base);
        return request -> checked + afterAuthority(request.url());
    }

    private static String checked(URI base) {
        boolean isBase = base.getScheme() != null
                && base.getScheme().matches("(?i)https?|wss?")
                && base.getRawAuthority() != null
                && base.getRawQuery() == null
                && base.getRawFragment() == null;
        if (!isBase) {
            throw new IllegalArgumentException(
                    "The public URL must be the address where Twilio reaches this application, such as"
                            + " https://hooks.example.com or https://example.com/prefix, not \"" + base + "\"");
        }
        String text = base.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
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
