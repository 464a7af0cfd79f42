package dev.parlance.security;

import dev.parlance.webhook.WebhookRequest;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The forms in which Twilio may have signed a request's URL: the configured URL and the one that arrives can differ in ways that
 * a receiver can't see. Accepting any of them is safe, because every signature needs the secret.
 */
final class UrlForms {
    private UrlForms() {}

    /** All forms; the URL as received comes first. */
    static Set<String> of(WebhookRequest request) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(request.url());
        alsoWith(forms, UrlForms::withoutFragment);
        if (isWebSocket(request)) {
            alsoWith(forms, UrlForms::withWebSocketScheme);
        }
        for (String login : UserInfo.formsOf(request)) {
            alsoWith(forms, url -> withUserInfo(url, login));
        }
        alsoWith(forms, UrlForms::withOtherRoot);
        alsoWith(forms, url -> url.replace("'", "%27"));
        alsoWith(forms, url -> url.replace("%27", "'"));
        alsoWith(forms, UrlForms::withOtherPort);
        return forms;
    }

    /** Whether the request is a WebSocket upgrade, which is signed with the scheme {@code ws} or {@code wss}. */
    static boolean isWebSocket(WebhookRequest request) {
        return request.method().equals("GET")
                && request.bodyLength() == 0
                && request.header("Upgrade")
                        .filter("websocket"::equalsIgnoreCase)
                        .isPresent();
    }

    static String withoutQuery(String url) {
        int mark = url.indexOf('?');
        return mark < 0 ? url : url.substring(0, mark);
    }

    private static void alsoWith(Set<String> forms, UnaryOperator<String> other) {
        for (String form : Set.copyOf(forms)) {
            forms.add(other.apply(form));
        }
    }

    private static String withoutFragment(String url) {
        int mark = url.indexOf('#');
        return mark < 0 ? url : url.substring(0, mark);
    }

    private static String withWebSocketScheme(String url) {
        return url.regionMatches(true, 0, "http", 0, 4) ? "ws" + url.substring(4) : url;
    }

    private static String withUserInfo(String url, String credentials) {
        int host = hostStart(url);
        return host < 0 || url.charAt(host - 1) == '@'
                ? url
                : url.substring(0, host) + credentials + "@" + url.substring(host);
    }

    /** Clients request {@code https://host} as {@code https://host/}. */
    private static String withOtherRoot(String url) {
        int host = hostStart(url);
        if (host < 0) {
            return url;
        }
        int path = authorityEnd(url, host);
        boolean bare = path == url.length() || url.charAt(path) != '/';
        boolean root = !bare && (path + 1 == url.length() || url.charAt(path + 1) == '?');
        if (bare) {
            return url.substring(0, path) + "/" + url.substring(path);
        }
        return root ? url.substring(0, path) + url.substring(path + 1) : url;
    }

    /** Removes the port if there is one; otherwise adds the scheme's default port. */
    private static String withOtherPort(String url) {
        int host = hostStart(url);
        if (host < 0) {
            return url;
        }
        int end = authorityEnd(url, host);
        int colon = url.lastIndexOf(':', end - 1);
        boolean hasPort = colon >= host && colon > url.lastIndexOf(']', end - 1);
        return hasPort
                ? url.substring(0, colon) + url.substring(end)
                : url.substring(0, end) + ":" + defaultPort(url) + url.substring(end);
    }

    private static int defaultPort(String url) {
        String scheme = url.substring(0, url.indexOf(':')).toLowerCase(Locale.ROOT);
        return scheme.equals("https") || scheme.equals("wss") ? 443 : 80;
    }

    /** The index of the host, after any user info; negative if the URL is not absolute. */
    private static int hostStart(String url) {
        int scheme = url.indexOf("://");
        if (scheme < 0) {
            return -1;
        }
        int start = scheme + 3;
        int at = url.lastIndexOf('@', authorityEnd(url, start) - 1);
        return at < start ? start : at + 1;
    }

    private static int authorityEnd(String url, int from) {
        for (int i = from; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == '/' || c == '?' || c == '#') {
                return i;
            }
        }
        return url.length();
    }
}
