package dev.parlance.survey.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.question.QuestionKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Builds the JSON Schema of {@code survey.json}: the common fields, and those of each question kind. */
final class SurveySchema {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COMMON = "survey.common.schema.json";
    private static final String DEFINITIONS = "$defs";

    private SurveySchema() {}

    static String of(Kinds kinds) {
        ObjectNode schema = common();
        ObjectNode definitions = (ObjectNode) schema.get(DEFINITIONS);
        ObjectNode question = (ObjectNode) definitions.get("question");
        ArrayNode names = ((ObjectNode) question.at("/properties/kind")).putArray("enum");
        ArrayNode choices = question.putArray("allOf");
        for (QuestionKind kind : kinds.all()) {
            names.add(kind.name());
            String place = "question." + kind.name();
            definitions.set(place, questionOf(kind, question.get("properties")));
            choices.add(ifKind(kind.name(), place));
        }
        ignoreDollarFields(schema);
        return schema.toPrettyString() + "\n";
    }

    private static ObjectNode common() {
        try (InputStream in = SurveySchema.class.getResourceAsStream(COMMON)) {
            return (ObjectNode) JSON.readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException("The library's own schema can't be read", e);
        }
    }

    /** A question of one kind: it has the common fields and its own, and no others. */
    private static ObjectNode questionOf(QuestionKind kind, JsonNode common) {
        ObjectNode question = object(kind, kind.rules(), "rules");
        question.put("additionalProperties", false);
        ObjectNode properties = question.putObject("properties");
        common.fieldNames().forEachRemaining(name -> properties.put(name, true));
        properties.setAll(object(kind, kind.schema(), "schema"));
        return question;
    }

    private static ObjectNode ifKind(String name, String place) {
        ObjectNode choice = JSON.createObjectNode();
        ObjectNode condition = choice.putObject("if");
        condition.putArray("required").add("kind");
        condition.putObject("properties").putObject("kind").put("const", name);
        choice.putObject("then").put("$ref", "#/" + DEFINITIONS + "/" + place);
        return choice;
    }

    /** The reader ignores such fields, so that a file can have {@code "$comment"} anywhere. */
    private static void ignoreDollarFields(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("additionalProperties").isBoolean()) {
            object.putObject("patternProperties").put("^\\$", true);
        }
        schema.forEach(SurveySchema::ignoreDollarFields);
    }

    private static ObjectNode object(QuestionKind kind, String json, String name) {
        try {
            if (JSON.readTree(json) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new SurveyException(
                    "The " + name + " of the question kind \"" + kind.name() + "\" is not valid JSON", e);
        }
        throw new SurveyException(
                "The " + name + " of the question kind \"" + kind.name() + "\" must be a JSON object");
    }
}
