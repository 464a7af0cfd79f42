package dev.parlance.security;

import dev.parlance.webhook.WebhookRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The URL that trusted proxies report in {@code Forwarded} (RFC 7239) or {@code X-Forwarded-Proto}, {@code -Host},
 * {@code -Port} and {@code -Prefix}. Of several values the first counts: it comes from the proxy nearest to the sender.
 */
record ForwardedUrl(TrustedProxies proxies) implements PublicUrl {
    private static final Pattern HOST = Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final Pattern PREFIX = Pattern.compile("/[^\\s?#]*");

    @Override
    public String of(WebhookRequest request) {
        return request.remoteAddress().filter(proxies::contain).isPresent() ? fromHeaders(request) : request.url();
    }

    /** The URL in the headers, trusted or not. */
    static String fromHeaders(WebhookRequest request) {
        Map<String, String> forwarded =
                first(request, "Forwarded").map(HeaderFields::of).orElse(Map.of());
        String url = request.url();
        String scheme = Optional.ofNullable(forwarded.get("proto"))
                .or(() -> first(request, "X-Forwarded-Proto"))
                .map(proto -> proto.toLowerCase(Locale.ROOT))
                .filter(proto -> List.of("http", "https", "ws", "wss").contains(proto))
                .orElse(url.substring(0, url.indexOf("://")));
        String host = Optional.ofNullable(forwarded.get("host"))
                .or(() -> first(request, "X-Forwarded-Host"))
                .filter(value -> HOST.matcher(value).matches())
                .orElse(authority(url));
        String port = first(request, "X-Forwarded-Port")
                .filter(value -> PORT.matcher(value).matches())
                .filter(value -> !hasPort(host) && !isDefaultPort(value, scheme))
                .map(value -> ":" + value)
                .orElse("");
        String prefix = first(request, "X-Forwarded-Prefix")
                .filter(value -> PREFIX.matcher(value).matches())
                .map(value -> value.endsWith("/") ? value.substring(0, value.length() - 1) : value)
                .orElse("");
        return scheme + "://" + host + port + prefix + PublicUrl.afterAuthority(url);
    }

    private static Optional<String> first(WebhookRequest request, String header) {
        return request.header(header)
                .map(value -> value.split(",", 2)[0].strip())
                .filter(value -> !value.isEmpty());
    }

    private static String authority(String url) {
        int start = url.indexOf("://") + 3;
        return url.substring(start).split("[/?#]", 2)[0];
    }

    private static boolean hasPort(String host) {
        return host.lastIndexOf(':') > host.lastIndexOf(']');
    }

    private static boolean isDefaultPort(String port, String scheme) {
        return port.equals(scheme.endsWith("s") ? "443" : "80");
    }
}
