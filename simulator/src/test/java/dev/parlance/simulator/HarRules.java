package dev.parlance.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What HTTP Archive 1.2 demands of a file. */
final class HarRules {
    private static final Predicate<JsonNode> TEXT = JsonNode::isTextual;
    private static final Predicate<JsonNode> NUMBER = JsonNode::isNumber;
    private static final Predicate<JsonNode> OBJECT = JsonNode::isObject;
    private static final Predicate<JsonNode> LIST = JsonNode::isArray;

    private final List<String> violations = new ArrayList<>();

    private HarRules() {}

    static List<String> violations(JsonNode har) {
        HarRules rules = new HarRules();
        JsonNode log = rules.need(har, "log", OBJECT);
        rules.check(log.path("version").asText().equals("1.2"), "version is not 1.2");
        JsonNode creator = rules.need(log, "creator", OBJECT);
        rules.need(creator, "name", TEXT);
        rules.need(creator, "version", TEXT);
        rules.need(log, "entries", LIST).forEach(rules::entry);
        rules.check(rules.isSorted(log.path("entries")), "the entries are not sorted by startedDateTime");
        return rules.violations;
    }

    private void entry(JsonNode entry) {
        check(isTime(need(entry, "startedDateTime", TEXT).asText()), "startedDateTime is no ISO 8601 time");
        request(need(entry, "request", OBJECT));
        response(need(entry, "response", OBJECT));
        need(entry, "cache", OBJECT);
        JsonNode timings = need(entry, "timings", OBJECT);
        double sum = 0;
        for (String part : new String[] {"send", "wait", "receive"}) {
            double time = need(timings, part, NUMBER).asDouble();
            check(time >= 0, part + " is negative");
            sum += time;
        }
        check(need(entry, "time", NUMBER).asDouble() == sum, "time is not the sum of the timings");
        if (entry.has("comment")) {
            need(entry, "comment", TEXT);
        }
    }

    private void request(JsonNode request) {
        message(request);
        need(request, "method", TEXT);
        check(need(request, "url", TEXT).asText().matches("https?://[^#]+"), "the URL is not absolute");
        need(request, "queryString", LIST).forEach(this::nameAndValue);
        if (request.has("postData")) {
            JsonNode body = need(request, "postData", OBJECT);
            need(body, "mimeType", TEXT);
            need(body, "params", LIST).forEach(parameter -> need(parameter, "name", TEXT));
            check(
                    body.path("params").isEmpty()
                            || need(body, "text", TEXT).asText().isEmpty(),
                    "both parameters and text");
        }
    }

    private void response(JsonNode response) {
        message(response);
        need(response, "status", JsonNode::isInt);
        need(response, "statusText", TEXT);
        need(response, "redirectURL", TEXT);
        JsonNode content = need(response, "content", OBJECT);
        need(content, "size", JsonNode::isInt);
        need(content, "mimeType", TEXT);
        need(content, "text", TEXT);
    }

    private void message(JsonNode message) {
        need(message, "httpVersion", TEXT);
        need(message, "cookies", LIST);
        need(message, "headers", LIST).forEach(this::nameAndValue);
        need(message, "headersSize", JsonNode::isInt);
        need(message, "bodySize", JsonNode::isInt);
    }

    private void nameAndValue(JsonNode pair) {
        need(pair, "name", TEXT);
        need(pair, "value", TEXT);
    }

    private JsonNode need(JsonNode parent, String field, Predicate<JsonNode> type) {
        check(type.test(parent.path(field)), field + " is missing or has a wrong type in " + parent);
        return parent.path(field);
    }

    private void check(boolean isRight, String problem) {
        if (!isRight) {
            violations.add(problem);
        }
    }

    private boolean isSorted(JsonNode entries) {
        List<String> times = entries.findValuesAsText("startedDateTime");
        return times.stream().sorted().toList().equals(times);
    }

    private static boolean isTime(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
