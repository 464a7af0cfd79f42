package dev.parlance.survey.question;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads a {@link Request} in {@code survey.json}. */
final class RequestReader {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private RequestReader() {}

    static Question read(Fields fields, QuestionSettings settings) {
        if (fields.has("url") == fields.has("function")) {
            fields.problem("", "needs either \"url\" or \"function\"");
        }
        RequestTarget target = fields.has("function") ? function(fields) : http(fields);
        Optional<Duration> timeout = fields.duration("timeout");
        if (timeout.filter(time -> time.compareTo(Request.LONGEST) > 0).isPresent()) {
            fields.valueProblem(
                    "timeout", "must be at most ten seconds (PT10S), because Twilio waits fifteen for a reply");
        }
        return new Request(settings, target, timeout.orElse(Request.USUAL));
    }

    private static RequestTarget function(Fields fields) {
        for (String other : new String[] {"method", "url", "body", "secret", "idempotent"}) {
            if (fields.has(other) && !other.equals("url")) {
                fields.problem(other, "has no effect on a function");
            }
        }
        return new RequestTarget.Function(fields.text("function").orElse(""));
    }

    private static RequestTarget http(Fields fields) {
        String method = fields.oneOf("method", "GET", "POST", "PUT", "PATCH", "DELETE");
        String url = fields.text("url").orElse("");
        problem(url).filter(any -> fields.has("url")).ifPresent(what -> fields.valueProblem("url", what));
        if (fields.has("body") && method.equals("GET")) {
            fields.problem("body", "needs another \"method\", such as POST: a GET request has no body");
        }
        Optional<String> body =
                fields.has("body") ? Optional.of(fields.node("body").toString()) : Optional.empty();
        return new RequestTarget.Http(method, url, body, fields.text("secret"), fields.flag("idempotent"));
    }

    private static Optional<String> problem(String template) {
        int path = template.indexOf('/', template.indexOf("://") + 3);
        if (template.indexOf('{') >= 0 && (path < 0 || template.indexOf('{') < path)) {
            return Optional.of("has a placeholder before its path, but its host must be known");
        }
        try {
            URI url = new URI(template.replaceAll("\\{\\w+}", "x"));
            boolean isHere =
                    url.getHost() != null && THIS_MACHINE.contains(url.getHost().toLowerCase(Locale.ROOT));
            boolean isSecure = "https".equalsIgnoreCase(url.getScheme());
            boolean isUsable =
                    url.getHost() != null && (isSecure || (isHere && "http".equalsIgnoreCase(url.getScheme())));
            return isUsable && url.getRawUserInfo() == null && url.getRawFragment() == null
                    ? Optional.empty()
                    : Optional.of("must start with https:// and a host, without a password or a fragment");
        } catch (URISyntaxException e) {
            return Optional.of("is \"" + template + "\", which is not a URL");
        }
    }
}
