package dev.parlance.security;

import dev.parlance.webhook.WebhookRequest;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The forms in which Twilio may have signed the URL of a request: what is configured there and what arrives here differ in
 * ways that no receiver can see. The signature of a form proves as much as that of another, since none can be made
 * without the secret.
 */
final class UrlForms {
    private UrlForms() {}

    /** All forms, the one as received first. */
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

    /** Whether it asks to go on as a WebSocket, which is signed under its own scheme. */
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

    /** {@code https://host} is asked for as {@code https://host/}. */
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

    /** Without the port where there is one, with the scheme's own where there is none. */
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
                : url.substring(0, end) + ":" + ownPort(url) + url.substring(end);
    }

    private static int ownPort(String url) {
        String scheme = url.substring(0, url.indexOf(':')).toLowerCase(Locale.ROOT);
        return scheme.equals("https") || scheme.equals("wss") ? 443 : 80;
    }

    /** Where the host begins, after any user info; below zero if this is no absolute URL. */
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
