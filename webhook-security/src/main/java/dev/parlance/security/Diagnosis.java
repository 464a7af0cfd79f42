package dev.parlance.security;

import dev.parlance.webhook.WebhookRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the URL that a request was signed for among those that its headers suggest. */
final class Diagnosis {
    /** A name with a dot, without a port, that is not known to be internal. */
    private static final Pattern PUBLIC_HOST = Pattern.compile(
            "(?i)(?!.*\\.(?:local|localhost|internal|lan|home|test)$)(?:[a-z0-9_-]+\\.)+[a-z][a-z0-9-]*");

    private static final int LONGEST = 300;

    private Diagnosis() {}

    /**
     * The text for the log: which URL matches and what to set, or that none does.
     *
     * @param request as it arrived
     * @param seen as the check saw it
     */
    static String of(WebhookSignature signature, WebhookRequest request, WebhookRequest seen) {
        Optional<String> signed = suggestions(request, seen).stream()
                .filter(url -> signature.verify(seen.withUrl(url)).isAccepted())
                .findFirst();
        String checkedAs = "It was checked as " + shown(seen.url());
        return signed.map(url -> checkedAs + " but was signed for " + shown(url) + ". " + advice(request, url))
                .orElseGet(() ->
                        checkedAs + ", and none of the URLs that its headers suggest matches. " + likelyCause(seen)
                                + " Otherwise the secret may belong to another account or may not be the primary one yet,"
                                + " or a proxy changes the path, query or body.");
    }

    private static String likelyCause(WebhookRequest seen) {
        String host = shown(withoutUserInfo(seen.url())).replaceFirst("^[a-zA-Z]*://([^/?]*).*", "$1");
        return PUBLIC_HOST.matcher(host).matches()
                ? "The likely cause is the host: if the URL configured at Twilio has a host other than " + host
                        + ", set the public URL to that URL."
                : "The likely cause is the host: Twilio cannot have called " + host
                        + ", so set the public URL to the one configured at Twilio.";
    }

    private static String advice(WebhookRequest request, String signed) {
        String path = withoutQuery(PublicUrl.afterAuthority(request.url()));
        String whole = withoutQuery(signed);
        if (!whole.endsWith(path)) {
            return "A proxy changes the path: make it forward the path unchanged.";
        }
        String base = withoutUserInfo(whole.substring(0, whole.length() - path.length()));
        String proxy = ForwardedUrl.fromHeaders(request).equals(signed)
                ? request.remoteAddress()
                        .map(address -> ", or trust the proxy " + address)
                        .orElse("")
                : "";
        return "Set the public URL " + base + proxy + ".";
    }

    private static Set<String> suggestions(WebhookRequest request, WebhookRequest seen) {
        Set<String> urls = new LinkedHashSet<>();
        for (String url : List.of(request.url(), ForwardedUrl.fromHeaders(request), seen.url())) {
            String rest = PublicUrl.afterAuthority(url);
            String path = withoutQuery(rest);
            String query = rest.substring(path.length());
            for (String host : hosts(request, seen)) {
                for (String scheme : List.of("https", "http")) {
                    for (String somePath : paths(request, path)) {
                        urls.add(scheme + "://" + host + somePath + query);
                        urls.add(scheme + "://" + host + somePath);
                    }
                }
            }
        }
        return urls;
    }

    private static Set<String> hosts(WebhookRequest request, WebhookRequest seen) {
        Set<String> hosts = new LinkedHashSet<>();
        Stream.of(ForwardedUrl.fromHeaders(request), request.url(), seen.url())
                .map(Diagnosis::authority)
                .forEach(hosts::add);
        return hosts;
    }

    private static Set<String> paths(WebhookRequest request, String path) {
        Set<String> paths = new LinkedHashSet<>();
        for (String prefix : List.of("", request.header("X-Forwarded-Prefix").orElse(""))) {
            paths.add(prefix + path);
            paths.add(prefix + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/"));
        }
        return paths;
    }

    private static String authority(String url) {
        return url.substring(url.indexOf("://") + 3).split("[/?#]", 2)[0];
    }

    private static String withoutQuery(String url) {
        return UrlForms.withoutQuery(url);
    }

    private static String withoutUserInfo(String url) {
        return url.replaceFirst("://[^/?#]*@", "://");
    }

    /** Without the parts that may hold secrets or personal data. */
    static String shown(String url) {
        String whole = withoutUserInfo(withoutQuery(url)).replaceAll("\\p{Cntrl}", "?");
        String shown = whole.length() > LONGEST ? whole.substring(0, LONGEST) + "…" : whole;
        return url.contains("?") ? shown + "?…" : shown;
    }
}
