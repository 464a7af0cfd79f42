package dev.parlance.fake.twilio.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.webhook.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes and reads the file of a recording. */
final class RecordingFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FORMAT = "parlance-recording";
    private static final int VERSION = 1;

    private final String name;

    private RecordingFile(String name) {
        this.name = name;
    }

    static String write(List<Exchange> exchanges) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put("format", FORMAT).put("version", VERSION);
        ArrayNode list = file.putArray("exchanges");
        exchanges.forEach(exchange -> write(list.addObject(), exchange));
        return file.toPrettyString() + "\n";
    }

    private static void write(ObjectNode node, Exchange exchange) {
        RecordedRequest request = exchange.request();
        ObjectNode asked = node.putObject("request");
        asked.put("method", request.method()).put("host", request.host()).put("path", request.path());
        write(asked, "query", request.query());
        write(asked, "form", request.form());
        if (!request.json().isMissingNode()) {
            asked.set("json", request.json());
        }
        RecordedAnswer answer = exchange.answer();
        ObjectNode answered = node.putObject("answer").put("status", answer.status());
        if (!answer.contentType().isEmpty()) {
            answered.put("contentType", answer.contentType());
        }
        if (!answer.retryAfter().isEmpty()) {
            answered.put("retryAfter", answer.retryAfter());
        }
        if (!answer.body().isMissingNode()) {
            answered.set("json", answer.body());
        }
    }

    private static void write(ObjectNode request, String field, Parameters parameters) {
        if (!parameters.entries().isEmpty()) {
            ObjectNode written = request.putObject(field);
            parameters
                    .entries()
                    .forEach(it -> written.withArrayProperty(it.name()).add(it.value()));
        }
    }

    /** @throws IllegalArgumentException if the text is not a recording; the message has the place */
    static List<Exchange> read(String name, String text) {
        RecordingFile file = new RecordingFile(name);
        JsonNode root;
        try {
            root = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw file.problem("line " + e.getLocation().getLineNr(), "is not JSON: " + e.getOriginalMessage(), e);
        }
        if (!root.path("format").asText().equals(FORMAT)) {
            throw file.problem("format", "must be \"" + FORMAT + "\"; is this the right file?", null);
        }
        if (root.path("version").asInt() != VERSION) {
            throw file.problem("version", "must be " + VERSION + "; record it again with this version", null);
        }
        JsonNode list = file.required("", root, "exchanges", JsonNode::isArray, "a list");
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            exchanges.add(file.exchange("exchanges[" + i + "].", list.get(i)));
        }
        return List.copyOf(exchanges);
    }

    private Exchange exchange(String place, JsonNode exchange) {
        JsonNode request = required(place, exchange, "request", JsonNode::isObject, "an object");
        JsonNode answer = required(place, exchange, "answer", JsonNode::isObject, "an object");
        String asked = place + "request.";
        String answered = place + "answer.";
        String path = text(asked, request, "path");
        if (!path.startsWith("/")) {
            throw problem(asked + "path", "must start with a slash", null);
        }
        int status = required(answered, answer, "status", JsonNode::isInt, "a number")
                .intValue();
        if (status < 200 || status > 599) {
            throw problem(answered + "status", "must be between 200 and 599", null);
        }
        return new Exchange(
                new RecordedRequest(
                        text(asked, request, "method"),
                        text(asked, request, "host"),
                        path,
                        parameters(asked + "query", request.path("query")),
                        parameters(asked + "form", request.path("form")),
                        request.path("json")),
                new RecordedAnswer(
                        status,
                        answer.path("contentType").asText(),
                        answer.path("retryAfter").asText(),
                        answer.path("json")));
    }

    private Parameters parameters(String place, JsonNode node) {
        if (!node.isMissingNode() && !node.isObject()) {
            throw problem(place, "must be an object", null);
        }
        List<String> namesAndValues = new ArrayList<>();
        node.properties().forEach(entry -> {
            if (!entry.getValue().isArray()) {
                throw problem(place + "." + entry.getKey(), "must be a list of texts", null);
            }
            entry.getValue().forEach(value -> namesAndValues.addAll(List.of(entry.getKey(), value.asText())));
        });
        return Parameters.of(namesAndValues.toArray(String[]::new));
    }

    private String text(String place, JsonNode parent, String field) {
        return required(place, parent, field, JsonNode::isTextual, "a text").textValue();
    }

    private JsonNode required(String place, JsonNode parent, String field, Predicate<JsonNode> type, String name) {
        JsonNode value = parent.path(field);
        if (!type.test(value)) {
            throw problem(place + field, "must be " + name, null);
        }
        return value;
    }

    private IllegalArgumentException problem(String place, String message, @Nullable Throwable cause) {
        return new IllegalArgumentException(name + ": " + place + " " + message, cause);
    }
}
