package dev.parlance.survey.question;

import java.time.Duration;
import java.util.Optional;

/** Reads a {@link Request} in {@code survey.json}. */
final class RequestReader {
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
        boolean isAwaited = !fields.has("wait") || fields.flag("wait");
        if (isAwaited && fields.has("within")) {
            fields.problem("within", "needs \"wait\": false, because a person can't wait for a repeat");
        }
        Duration within = fields.duration("within").orElse(Request.DAY);
        return new Request(settings, target, timeout.orElse(Request.USUAL), isAwaited, within);
    }

    private static RequestTarget function(Fields fields) {
        for (String other : new String[] {"method", "body", "secret"}) {
            if (fields.has(other)) {
                fields.problem(other, "has no effect on a function");
            }
        }
        return new RequestTarget.Function(fields.text("function").orElse(""), fields.flag("idempotent"));
    }

    private static RequestTarget http(Fields fields) {
        String method = fields.oneOf("method", "GET", "POST", "PUT", "PATCH", "DELETE");
        String url = fields.text("url").orElse("");
        if (fields.has("body") && method.equals("GET")) {
            fields.problem("body", "needs another \"method\", such as POST: a GET request has no body");
        }
        Optional<String> body =
                fields.has("body") ? Optional.of(fields.node("body").toString()) : Optional.empty();
        return new RequestTarget.Http(method, url, body, fields.text("secret"), fields.flag("idempotent"));
    }
}
