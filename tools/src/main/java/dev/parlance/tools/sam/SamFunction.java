package dev.parlance.tools.sam;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A function of a template. */
public final class SamFunction {
    private final String name;
    private final JsonNode properties;
    private final JsonNode globals;

    SamFunction(String name, JsonNode properties, JsonNode globals) {
        this.name = name;
        this.properties = properties;
        this.globals = globals;
    }

    /** Its name in the template. */
    public String name() {
        return name;
    }

    /** The class of its handler. */
    public String handlerClass() {
        String handler = property("Handler").asText();
        int method = handler.indexOf("::");
        return method < 0 ? handler : handler.substring(0, method);
    }

    /** Its environment, with what all functions have. */
    public Map<String, String> environment() {
        Map<String, String> all = new LinkedHashMap<>();
        Stream.of(globals, properties)
                .forEach(part -> part.path("Environment")
                        .path("Variables")
                        .properties()
                        .forEach(variable ->
                                all.put(variable.getKey(), variable.getValue().asText())));
        return all;
    }

    /** What the statements of its policies allow, such as {@code dynamodb:GetItem}; policies that SAM knows by name are not looked into. */
    public Set<String> allowedActions() {
        Set<String> actions = new TreeSet<>();
        statements().forEach(statement -> actions.addAll(list(statement.path("Action"))));
        return actions;
    }

    /** On what its policies allow it. */
    public Set<String> allowedResources() {
        Set<String> resources = new TreeSet<>();
        statements().forEach(statement -> resources.addAll(list(statement.path("Resource"))));
        return resources;
    }

    private List<JsonNode> statements() {
        List<JsonNode> statements = new ArrayList<>();
        property("Policies").forEach(policy -> policy.path("Statement").forEach(statements::add));
        return statements;
    }

    private static List<String> list(JsonNode oneOrMore) {
        List<String> all = new ArrayList<>();
        if (oneOrMore.isTextual()) {
            all.add(oneOrMore.asText());
        }
        oneOrMore.forEach(each -> all.add(each.asText()));
        return all;
    }

    /** How long it may take. */
    Duration timeout() {
        return Duration.ofSeconds(property("Timeout").asLong(3));
    }

    String codeUri() {
        return property("CodeUri").asText(".");
    }

    /** What wakes it, by kind: {@code Api}, {@code Schedule}, {@code EventBridgeRule}. */
    List<JsonNode> events(String type) {
        List<JsonNode> events = new ArrayList<>();
        properties.path("Events").forEach(event -> {
            if (event.path("Type").asText().equals(type)) {
                events.add(event.path("Properties"));
            }
        });
        return events;
    }

    private JsonNode property(String property) {
        return properties.has(property) ? properties.path(property) : globals.path(property);
    }

    @Override
    public String toString() {
        return name;
    }
}
