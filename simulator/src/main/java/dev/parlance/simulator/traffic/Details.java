package dev.parlance.simulator.traffic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.document.TwimlReader;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.Parameters.Parameter;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Everything about one entry, in JSON. */
public final class Details {
    /** How long Twilio waits for the response to a webhook. */
    private static final Duration RESPONSE_LIMIT = Duration.ofSeconds(15);

    private final TrafficLog log;
    private final SignatureCheck signatures;
    private final UnaryOperator<String> remedies;

    /**
     * Details of the entries in a log.
     *
     * @param remedies from a problem, like {@code 12100: …}, to what to do, or empty
     */
    public Details(World world, TrafficLog log, UnaryOperator<String> remedies) {
        this.log = log;
        this.signatures = new SignatureCheck(world);
        this.remedies = remedies;
    }

    /** An entry with everything that helps to understand it. */
    public ObjectNode of(Entry entry) {
        ObjectNode json = content(entry);
        entry.exchange()
                .filter(exchange -> exchange.signing().isPresent())
                .flatMap(signatures::of)
                .ifPresent(check -> json.set("signing", check));
        return json.set("related", Related.to(entry, log));
    }

    private ObjectNode content(Entry entry) {
        ObjectNode json = Rows.of(entry);
        ArrayNode problems = json.putArray("problems");
        if (entry.kind() != Kind.FAULT) {
            entry.notes().stream()
                    .distinct()
                    .forEach(note -> problems.addObject().put("text", note).put("remedy", remedies.apply(note)));
        }
        entry.exchange().ifPresent(exchange -> add(json, exchange));
        return json;
    }

    private static void add(ObjectNode json, Exchange exchange) {
        WebhookRequest request = exchange.request();
        json.put("url", request.url())
                .put("body", request.bodyText())
                .put("hasForm", request.hasForm())
                .put("idempotency", exchange.idempotency());
        json.set("query", pairs(parameters(request, false)));
        json.set("form", pairs(parameters(request, true)));
        json.set("headers", pairs(request.headers()));
        exchange.reply().ifPresent(reply -> {
            ObjectNode answer = json.putObject("answer")
                    .put("type", exchange.answerType())
                    .put("body", reply.body())
                    .put("isXml", reply.body().length() > 0 && TwimlReader.isXml(reply.body()));
            answer.set("headers", pairs(reply.headers()));
        });
        if (exchange.signing().isPresent()) {
            json.put("limitMillis", RESPONSE_LIMIT.toMillis());
        }
    }

    private static Stream<Parameter> parameters(WebhookRequest request, boolean ofForm) {
        try {
            return (ofForm ? request.formParameters() : request.queryParameters()).entries().stream();
        } catch (WebhookException e) {
            return Stream.empty(); // the page shows the body as it is
        }
    }

    private static ArrayNode pairs(Stream<Parameter> parameters) {
        ArrayNode pairs = JsonNodeFactory.instance.arrayNode();
        parameters.forEach(each -> pairs.addArray().add(each.name()).add(each.value()));
        return pairs;
    }

    private static ArrayNode pairs(Headers headers) {
        ArrayNode pairs = JsonNodeFactory.instance.arrayNode();
        headers.asMap()
                .forEach((name, values) ->
                        values.forEach(value -> pairs.addArray().add(name).add(value)));
        return pairs;
    }

    /** One JSON document an entry and line. */
    public String ndjson(List<Entry> entries) {
        StringBuilder lines = new StringBuilder();
        for (Entry entry : entries) {
            lines.append(content(entry).put("at", entry.at().toString())).append('\n');
        }
        return lines.toString();
    }
}
