package dev.parlance.fake.twilio;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/**
 * The Twilio host that a request is meant for. It comes from the {@code Host} header, from the first part of the path (for
 * clients with a configurable base URL) or, without either, is guessed from the rest of the path.
 *
 * @param host the first label of the host, for example {@code api} or {@code serverless}; the whole name for a domain of Functions
 * @param local replaces {@code https://<host>.twilio.com} in responses to this client; null if the client uses that host name
 */
record Target(String host, String pathAndQuery, @Nullable String local) {
    private static final Pattern HOST = Pattern.compile("([a-z0-9-]+)(?:\\.[a-z0-9-]+)*\\.twilio\\.com(?::\\d+)?");
    private static final Pattern BASE = Pattern.compile("/([a-z0-9-]+)(?:\\.[a-z0-9-]+)*\\.twilio\\.com(/.*)?");

    private static final Pattern FUNCTIONS = Pattern.compile("([a-z0-9-]+\\.twil\\.io)(?::\\d+)?");
    private static final Pattern FUNCTIONS_BASE = Pattern.compile("/([a-z0-9-]+\\.twil\\.io)(/.*)?");

    static Target of(RecordedRequest request) {
        String target = request.getTarget();
        String named =
                Optional.ofNullable(request.getHeaders().get("Host")).orElse("").toLowerCase(Locale.ROOT);
        Matcher functions = FUNCTIONS.matcher(named);
        if (functions.matches()) {
            return new Target(functions.group(1), target, null);
        }
        Matcher functionsBase = FUNCTIONS_BASE.matcher(target);
        if (functionsBase.matches()) {
            String path = functionsBase.group(2) == null ? "/" : functionsBase.group(2);
            return new Target(functionsBase.group(1), path, null);
        }
        Matcher host = HOST.matcher(named);
        if (host.matches()) {
            return new Target(host.group(1), target, null);
        }
        String scheme = request.getHandshake() == null ? "http://" : "https://";
        Matcher base = BASE.matcher(target);
        if (base.matches()) {
            String path = base.group(2) == null ? "/" : base.group(2);
            return new Target(base.group(1), path, local(scheme + named, base.group(1)));
        }
        String guessed = guess(target);
        return new Target(guessed, target, local(scheme + named, guessed));
    }

    private static String local(String root, String host) {
        return root + "/" + host + ".twilio.com";
    }

    private static String guess(String target) {
        if (target.startsWith("/v1/Conversations")) {
            return "conversations";
        }
        if (target.startsWith("/v1/Services")) {
            return target.matches(".*/(Functions|Assets)/[^/]+/Versions/?") ? "serverless-upload" : "serverless";
        }
        return "api";
    }

    String domain() {
        return host.endsWith(".twil.io") ? host : host + ".twilio.com";
    }

    String path() {
        int query = pathAndQuery.indexOf('?');
        return query < 0 ? pathAndQuery : pathAndQuery.substring(0, query);
    }

    /** The response body, with URLs that this client can follow. */
    byte[] localized(String body) {
        String seen = local == null ? body : body.replace("https://" + host + ".twilio.com", local);
        return seen.getBytes(StandardCharsets.UTF_8);
    }
}
