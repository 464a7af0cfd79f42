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

    /** The name in the template. */
    public String name() {
        return name;
    }

    /** The class of the handler. */
    public String handlerClass() {
        String handler = property("Handler").asText();
        int method = handler.indexOf("::");
        return method < 0 ? handler : handler.substring(0, method);
    }

    /** The environment variables, including those from {@code Globals}. */
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

    /** The actions that its policy statements allow, such as {@code dynamodb:GetItem}. Ignores SAM policy templates. */
    public Set<String> allowedActions() {
        Set<String> actions = new TreeSet<>();
        statements().forEach(statement -> actions.addAll(list(statement.path("Action"))));
        return actions;
    }

    /** The resources in its policy statements. */
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

    /** The time limit for an event. */
    Duration timeout() {
        return Duration.ofSeconds(property("Timeout").asLong(3));
    }

    String codeUri() {
        return property("CodeUri").asText(".");
    }

    /** The properties of its events of a type: {@code Api}, {@code Schedule}, {@code EventBridgeRule}. */
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
