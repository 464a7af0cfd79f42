package dev.parlance.simulator.traffic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.Parameters.Parameter;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Traffic as an HTTP Archive 1.2, which browsers and HTTP tools open. Alerts become comments of their requests. */
public final class Har {
    private static final String UNKNOWN_TYPE = "x-unknown";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Har() {}

    /** An archive of the requests among these entries. */
    public static String of(List<Entry> entries) {
        ObjectNode har = JsonNodeFactory.instance.objectNode();
        ObjectNode log = har.putObject("log").put("version", "1.2");
        log.putObject("creator").put("name", "Parlance simulator").put("version", version());
        ArrayNode all = log.putArray("entries");
        entries.forEach(entry ->
                entry.exchange().ifPresent(exchange -> all.add(entry(entry.at(), exchange, entry.notes()))));
        return har.toString();
    }

    private static String version() {
        String version = Har.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private static ObjectNode entry(Instant at, Exchange exchange, List<String> notes) {
        double millis = exchange.reply()
                .map(reply -> reply.duration().toNanos() / 1_000_000.0)
                .orElse(0.0);
        ObjectNode entry = JsonNodeFactory.instance
                .objectNode()
                .put("startedDateTime", TIME.format(at))
                .put("time", millis);
        entry.set("request", request(exchange.request()));
        entry.set("response", response(exchange));
        entry.putObject("cache");
        entry.putObject("timings").put("send", 0).put("wait", millis).put("receive", 0);
        if (!notes.isEmpty() || !exchange.fault().isEmpty()) {
            entry.put("comment", comment(exchange, notes));
        }
        return entry;
    }

    private static String comment(Exchange exchange, List<String> notes) {
        String problems = String.join("\n", notes);
        return exchange.fault().isEmpty()
                ? problems
                : ("Injected fault: " + exchange.fault() + "\n" + problems).strip();
    }

    private static ObjectNode request(WebhookRequest request) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("method", request.method())
                .put("url", request.url())
                .put("httpVersion", "HTTP/1.1");
        json.putArray("cookies");
        json.set("headers", headers(request.headers()));
        json.set("queryString", parameters(request, false));
        if (request.bodyLength() > 0) {
            ObjectNode body = json.putObject("postData")
                    .put("mimeType", request.header("Content-Type").orElse(UNKNOWN_TYPE));
            ArrayNode form = parameters(request, true); // a body is either parameters or text
            body.set("params", form);
            body.put("text", form.isEmpty() ? request.bodyText() : "");
        }
        return json.put("headersSize", -1).put("bodySize", request.bodyLength());
    }

    private static ObjectNode response(Exchange exchange) {
        int status = exchange.reply().map(reply -> reply.status()).orElse(0);
        int size = exchange.answer().getBytes(StandardCharsets.UTF_8).length;
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("status", status)
                .put(
                        "statusText",
                        status == 0 ? exchange.reply().map(it -> it.outcome()).orElse("no response yet") : "")
                .put("httpVersion", "HTTP/1.1");
        json.putArray("cookies");
        json.set("headers", headers(exchange.reply().map(it -> it.headers()).orElse(Headers.none())));
        json.putObject("content")
                .put("size", size)
                .put("mimeType", exchange.answerType().isEmpty() ? UNKNOWN_TYPE : exchange.answerType())
                .put("text", exchange.answer());
        return json.put("redirectURL", "").put("headersSize", -1).put("bodySize", status == 0 ? -1 : size);
    }

    private static ArrayNode headers(Headers headers) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        headers.asMap()
                .forEach((name, values) -> values.forEach(
                        value -> json.addObject().put("name", name).put("value", value)));
        return json;
    }

    private static ArrayNode parameters(WebhookRequest request, boolean ofForm) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        try {
            for (Parameter each : (ofForm ? request.formParameters() : request.queryParameters()).entries()) {
                json.addObject().put("name", each.name()).put("value", each.value());
            }
            return json;
        } catch (WebhookException e) {
            return JsonNodeFactory.instance.arrayNode(); // the text has them as they were sent
        }
    }
}
