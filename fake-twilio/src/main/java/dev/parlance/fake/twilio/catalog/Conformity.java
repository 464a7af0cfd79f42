package dev.parlance.fake.twilio.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares a response with the catalogue: each field of its type, all fields of the resource, and no others. Objects within a
 * resource may lack fields, as in Twilio's own examples.
 *
 * <pre>{@code
 * List<String> problems = Conformity.problems(operation, 200, body);
 * }</pre>
 */
public final class Conformity {
    private final Document document;
    private final List<String> problems = new ArrayList<>();
    private final int completeDepth;

    private Conformity(Operation operation) {
        document = operation.document();
        completeDepth = operation.isList() ? 1 : 0;
    }

    /** The deviations of a successful response; empty if it conforms. A missing node is an empty body. */
    public static List<String> problems(Operation operation, int status, JsonNode body) {
        Conformity conformity = new Conformity(operation);
        if (!operation.statuses().contains(status)) {
            conformity.problems.add("undocumented status " + status);
        }
        if (operation.answer().isPresent()) {
            conformity.check("", operation.answer().get(), body, 0);
        } else if (!body.isMissingNode()) {
            conformity.problems.add("unexpected body");
        }
        return conformity.problems;
    }

    private void check(String name, Type type, JsonNode value, int depth) {
        if (value.isMissingNode()) {
            problems.add(name + " is missing");
        } else if (value.isNull()) {
            if (!type.isNullable()) {
                problems.add(name + " is null");
            }
        } else if (type.item().isPresent()) {
            checkList(name, type.item().get(), value, depth);
        } else if (type.schema().isPresent()) {
            document.schema(type).ifPresent(schema -> checkObject(name, schema, value, depth));
        } else if (!Values.fits(type, value)) {
            problems.add(name + " is not " + type + ": " + value);
        }
    }

    private void checkList(String name, Type item, JsonNode value, int depth) {
        if (!value.isArray()) {
            problems.add(name + " is not a list: " + value);
        }
        value.forEach(one -> check(name + "[]", item, one, depth));
    }

    private void checkObject(String name, Schema schema, JsonNode value, int depth) {
        if (!value.isObject()) {
            problems.add(name + " is not an object: " + value);
            return;
        }
        Set<String> unknown = new TreeSet<>();
        value.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(schema.fields().keySet());
        unknown.forEach(field -> problems.add(name + ": unknown field " + field));
        for (Map.Entry<String, Type> field : schema.fields().entrySet()) {
            boolean isOptional = depth > completeDepth && !field.getValue().isRequired();
            if (value.has(field.getKey()) || !isOptional) {
                check(name + "." + field.getKey(), field.getValue(), value.path(field.getKey()), depth + 1);
            }
        }
    }
}
