package dev.parlance.fake.twilio.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.fake.twilio.content.Interactive;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The content resources of the accounts, filled in for messages. */
final class Contents {
    /** Line breaks, tabs and long runs of spaces, which no value can have. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\n\\r\\t]| {5,}");
    /** Two braces that belong to no placeholder. */
    private static final Pattern MALFORMED = Pattern.compile("\\{\\{(?!\\s*\\w+\\s*}})");

    /** The most characters of a value. */
    private static final int LONGEST = 1600;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final World world;

    Contents(World world) {
        this.world = world;
    }

    /**
     * The content of a text on a channel; empty if the text has its own body.
     *
     * @throws ApiError if there is no such content, or its variables are invalid
     */
    Optional<Filled> fill(Outgoing text, String channel) {
        ContentOrder order = text.content();
        if (order.isEmpty()) {
            return Optional.empty();
        }
        if (order.sid().isEmpty()) {
            throw ApiError.badRequest(21654, "ContentSid Required");
        }
        Resource content = world.resources()
                .find(text.account() + " content/v1/Content", order.sid())
                .orElseThrow(() -> ApiError.badRequest(21655, "The ContentSid is Invalid: " + order.sid()));
        return Optional.of(fill(content, order.variables(), channel));
    }

    private static Filled fill(Resource content, String variables, String channel) {
        JsonNode types = content.get("types");
        Map<String, String> given = values(variables);
        Set<String> names = Placeholders.in(types);
        Map<String, String> values = new HashMap<>();
        content.get("variables")
                .properties()
                .forEach(sample -> values.put(sample.getKey(), sample.getValue().asText()));
        values.putAll(given);
        List<String> keys = new ArrayList<>();
        types.fieldNames().forEachRemaining(keys::add);
        Optional<RichType> type = RichType.richest(keys, channel);
        JsonNode sent = type.map(chosen -> types.path(chosen.key())).orElseGet(JsonNodeFactory.instance::objectNode);
        check(sent, values);
        JsonNode filled = Placeholders.fill(sent, values);
        boolean knowsAll = names.containsAll(given.keySet());
        return new Filled(
                content,
                type,
                type.map(chosen -> Rendering.body(chosen, filled)).orElse(""),
                Rendering.media(filled),
                type.map(chosen -> Rendering.interactive(chosen, filled)).orElse(Interactive.NONE),
                knowsAll);
    }

    private static Map<String, String> values(String json) {
        Map<String, String> values = new HashMap<>();
        if (json.isEmpty()) {
            return values;
        }
        JsonNode parsed = parse(json);
        if (!parsed.isObject()) {
            throw invalid("it must be a JSON object");
        }
        parsed.properties().forEach(variable -> {
            String value = variable.getValue().asText();
            if (variable.getValue().isNull() || variable.getValue().isContainerNode() || value.isEmpty()) {
                throw invalid("variable " + variable.getKey() + " is empty");
            }
            if (FORBIDDEN.matcher(value).find()) {
                throw invalid("variable " + variable.getKey()
                        + " has a line break, a tab, or more than four spaces in a row");
            }
            if (value.length() > LONGEST) {
                throw ApiError.badRequest(
                        21658,
                        "Parameter exceeded character limit: variable " + variable.getKey() + " has " + value.length());
            }
            values.put(variable.getKey(), value);
        });
        return values;
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw invalid("it is not JSON");
        }
    }

    private static void check(JsonNode content, Map<String, String> values) {
        if (MALFORMED.matcher(content.toString()).find()) {
            throw invalid("the content has a malformed placeholder");
        }
        Placeholders.in(content).stream()
                .filter(name -> values.getOrDefault(name, "").isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw invalid("variable " + name + " has neither a value nor a default");
                });
    }

    private static ApiError invalid(String why) {
        return ApiError.badRequest(21656, "The ContentVariables Parameter is invalid: " + why);
    }
}
