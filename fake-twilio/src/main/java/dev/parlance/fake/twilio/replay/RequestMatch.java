package dev.parlance.fake.twilio.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.webhook.Parameters;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Whether a request is the one that was recorded, with other values in place of the masks. */
final class RequestMatch {
    private final RecordedRequest recorded;
    private final Bindings bindings;

    private RequestMatch(RecordedRequest recorded, Bindings bindings) {
        this.recorded = recorded;
        this.bindings = bindings;
    }

    /** Compares a request with the recorded one. Binds the masks to the request's values, also if it is another request. */
    static boolean matches(RecordedRequest recorded, RecordedRequest request, Bindings bindings) {
        return new RequestMatch(recorded, bindings).matches(request);
    }

    private boolean matches(RecordedRequest request) {
        return isSameOperation(recorded, request)
                && matches(segments(recorded), segments(request))
                && matches(recorded.query(), request.query())
                && matches(recorded.form(), request.form())
                && matches(recorded.json(), request.json());
    }

    static boolean isSameOperation(RecordedRequest recorded, RecordedRequest request) {
        return recorded.method().equals(request.method())
                && recorded.host().equals(request.host())
                && segments(recorded).size() == segments(request).size();
    }

    private static List<String> segments(RecordedRequest request) {
        return Arrays.stream(request.path().replaceFirst("\\.json$", "/.json").split("/", -1))
                .map(PathMask::decoded)
                .toList();
    }

    private boolean matches(List<String> values, List<String> others) {
        if (values.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            if (!bindings.bind(values.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Parameters can come in any order, but the values of one name in the recorded one. */
    private boolean matches(Parameters parameters, Parameters others) {
        return parameters.names().equals(others.names())
                && parameters.names().stream().allMatch(name -> matches(parameters.all(name), others.all(name)));
    }

    private boolean matches(JsonNode value, JsonNode other) {
        if (value.isTextual() && other.isTextual()) {
            return bindings.bind(value.textValue(), other.textValue());
        }
        if (value.isContainerNode() && value.getNodeType() == other.getNodeType()) {
            return matchesParts(value, other);
        }
        boolean isMaskedNumber = value.isNumber() && value.asInt() == 0;
        return isMaskedNumber ? other.isNumber() : value.equals(other);
    }

    private boolean matchesParts(JsonNode value, JsonNode other) {
        if (value.size() != other.size()) {
            return false;
        }
        if (value.isArray()) {
            Iterator<JsonNode> others = other.iterator();
            for (JsonNode one : value) {
                if (!matches(one, others.next())) {
                    return false;
                }
            }
            return true;
        }
        Iterator<Map.Entry<String, JsonNode>> others = other.properties().iterator();
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            Map.Entry<String, JsonNode> next = others.next();
            if (!bindings.bind(field.getKey(), next.getKey()) || !matches(field.getValue(), next.getValue())) {
                return false;
            }
        }
        return true;
    }
}
