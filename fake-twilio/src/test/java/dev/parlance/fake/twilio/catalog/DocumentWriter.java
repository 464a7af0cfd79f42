package dev.parlance.fake.twilio.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The lines of the catalogue for one OpenAPI document: its operations, then its schemas. */
final class DocumentWriter {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final JsonNode openApi;
    private final SchemaWriter schemas;
    private final Set<String> roots = new TreeSet<>();
    private final List<String> operations = new ArrayList<>();

    DocumentWriter(JsonNode openApi) {
        this.openApi = openApi;
        this.schemas = new SchemaWriter(openApi.at("/components/schemas"));
        openApi.path("paths").properties().forEach(this::addPath);
    }

    /** The hosts and first path segments of the document. */
    Set<String> roots() {
        return roots;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(operations);
        lines.addAll(schemas.lines());
        return lines;
    }

    private void addPath(Map.Entry<String, JsonNode> entry) {
        String path = entry.getKey();
        JsonNode servers = entry.getValue().has("servers") ? entry.getValue().path("servers") : openApi.path("servers");
        String host = URI.create(servers.path(0).path("url").asText()).getHost().replace(".twilio.com", "");
        roots.add(host + " " + path.split("/", -1)[1]);
        for (String method : METHODS) {
            JsonNode operation = entry.getValue().path(method);
            if (operation.isObject()) {
                addOperation(method.toUpperCase(Locale.ROOT) + " " + host + " " + path, operation);
            }
        }
    }

    private void addOperation(String start, JsonNode operation) {
        List<String> statuses = statuses(operation.path("responses"));
        JsonNode response = operation.path("responses").path(statuses.get(0));
        JsonNode content = first(response.path("content"));
        JsonNode schema = content.path("schema");
        schemas.learnLinks(schema, content.path("examples"));
        boolean open = operation.has("security") && operation.path("security").isEmpty();
        String answer = schema.isMissingNode() ? "-" : schemas.type(schema, name(operation));
        operations.add(start + " " + String.join(",", statuses) + " " + answer + (open ? " open" : ""));
        operation.path("parameters").forEach(this::addParameter);
        addBody(operation);
    }

    private static String name(JsonNode operation) {
        return operation.path("operationId").asText();
    }

    /** The statuses of success; without one, of redirection. */
    private static List<String> statuses(JsonNode responses) {
        List<String> statuses = new ArrayList<>();
        responses.fieldNames().forEachRemaining(statuses::add);
        boolean succeeds = statuses.stream().anyMatch(status -> status.startsWith("2"));
        statuses.removeIf(status -> !status.startsWith(succeeds ? "2" : "3"));
        return statuses;
    }

    private void addParameter(JsonNode given) {
        JsonNode parameter =
                given.has("$ref") ? openApi.at(given.path("$ref").asText().substring(1)) : given;
        String name = parameter.path("name").asText();
        String type = schemas.type(parameter.path("schema"), name);
        boolean required = parameter.path("required").asBoolean();
        operations.add("  " + parameter.path("in").asText() + " " + name + " " + type + (required ? " required" : ""));
    }

    private void addBody(JsonNode operation) {
        JsonNode content = operation.at("/requestBody/content");
        if (content.has("application/x-www-form-urlencoded")) {
            addBody("form", content.path("application/x-www-form-urlencoded").path("schema"));
        } else if (!content.isEmpty()) {
            addBody("json", first(content).path("schema"));
        }
    }

    /** Adds a body's parameters. Of several alternatives, each adds its own, and none is required. */
    private void addBody(String place, JsonNode given) {
        JsonNode schema = schemas.resolved(given);
        Map<String, String> types = new LinkedHashMap<>();
        for (JsonNode alternative : schema.has("oneOf") ? schema.path("oneOf") : List.of(schema)) {
            JsonNode body = schemas.resolved(alternative);
            body.path("properties").properties().forEach(property -> {
                boolean required = !schema.has("oneOf") && contains(body.path("required"), property.getKey());
                String type = schemas.type(property.getValue(), property.getKey());
                types.merge(property.getKey(), type + (required ? " required" : ""), DocumentWriter::either);
            });
        }
        types.forEach((name, type) -> operations.add("  " + place + " " + name + " " + type));
    }

    private static String either(String type, String other) {
        return type.contains("enum=") && !type.equals(other) ? type + "|" + other.replaceFirst(".*enum=", "") : type;
    }

    private static boolean contains(JsonNode names, String name) {
        for (JsonNode item : names) {
            if (item.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode first(JsonNode content) {
        return content.isEmpty()
                ? MissingNode.getInstance()
                : content.elements().next();
    }
}
