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
import org.jspecify.annotations.Nullable;

/** Builds the JSON Schema of {@code survey.json}: the common fields, and those of each question kind. */
final class SurveySchema {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COMMON = "survey.common.schema.json";

    private SurveySchema() {}

    static String of(Kinds kinds) {
        ObjectNode schema = common();
        ObjectNode fields = (ObjectNode) schema.at("/$defs/question/properties");
        ArrayNode names = JSON.createArrayNode();
        for (QuestionKind kind : kinds.all()) {
            names.add(kind.name());
            properties(kind)
                    .properties()
                    .forEach(field -> fields.set(field.getKey(), either(fields.get(field.getKey()), field.getValue())));
        }
        fields.putObject("kind").set("enum", names);
        return schema.toPrettyString() + "\n";
    }

    private static ObjectNode common() {
        try (InputStream in = SurveySchema.class.getResourceAsStream(COMMON)) {
            return (ObjectNode) JSON.readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException("The library's own schema can't be read", e);
        }
    }

    private static JsonNode properties(QuestionKind kind) {
        try {
            JsonNode properties = JSON.readTree(kind.schema());
            if (properties.isObject()) {
                return properties;
            }
        } catch (JsonProcessingException e) {
            throw new SurveyException("The schema of the question kind \"" + kind.name() + "\" is not valid JSON", e);
        }
        throw new SurveyException("The schema of the question kind \"" + kind.name()
                + "\" must be a JSON object that maps the names of its fields to their schemas");
    }

    /** Combines two schemas, because two kinds can have a field with the same name. */
    private static JsonNode either(@Nullable JsonNode first, JsonNode second) {
        if (first == null || first.equals(second)) {
            return second;
        }
        ObjectNode either = JSON.createObjectNode();
        ArrayNode any = either.putArray("anyOf");
        if (first.has("anyOf") && first.size() == 1) {
            first.get("anyOf").forEach(any::add);
        } else {
            any.add(first);
        }
        any.add(second);
        return either;
    }
}
