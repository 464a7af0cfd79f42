package dev.parlance.survey.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What an editor shows to a person who writes {@code survey.json}. */
class SchemaCompletionTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode schema = JSON.readTree(Survey.schema());
    private final Map<String, JsonNode> fields = new TreeMap<>();

    SchemaCompletionTest() throws IOException {
        addFields(schema, "");
    }

    @Test
    void every_field_has_a_description() {
        assertThat(fields).hasSizeGreaterThan(100);
        assertThat(fields)
                .allSatisfy((place, field) ->
                        assertThat(resolved(field).path("description").asText()).isNotEmpty());
    }

    @Test
    void every_choice_of_words_is_listed() {
        List<String> choices = fields.entrySet().stream()
                .filter(field -> !field.getValue().findValues("enum").isEmpty())
                .map(Map.Entry::getKey)
                .toList();

        assertThat(choices)
                .contains(
                        "/opening",
                        "/commands",
                        "agent/unanswered",
                        "attempts/then",
                        "group/order",
                        "question/kind",
                        "question.choice/order",
                        "question.choices/order",
                        "question.media/accept",
                        "question.ranking/order",
                        "question.request/method",
                        "question.result/type");
        assertThat(resolved(fields.get("/expires")).findValues("const")).containsExactly(JSON.valueToTree("never"));
    }

    @Test
    void every_text_with_a_form_has_an_example() {
        assertThat(fields).allSatisfy((place, field) -> {
            if (resolved(field).has("pattern")) {
                assertThat(resolved(field).path("examples")).isNotEmpty();
            }
        });
    }

    @Test
    void every_default_and_every_example_is_valid() {
        assertThat(fields).allSatisfy((place, field) -> {
            List<JsonNode> values = new ArrayList<>();
            resolved(field).path("examples").forEach(values::add);
            if (resolved(field).has("default")) {
                values.add(resolved(field).get("default"));
            }
            assertThat(values)
                    .allSatisfy(value -> assertThat(problems(field, value)).isEmpty());
        });
    }

    private List<?> problems(JsonNode field, JsonNode value) {
        ObjectNode alone = JSON.createObjectNode();
        alone.set("$defs", schema.get("$defs"));
        alone.putArray("allOf").add(field);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(alone.toString())
                .validate(value.toString(), InputFormat.JSON);
    }

    /** Adds the fields of all objects that are closed, and those that all questions have. */
    private void addFields(JsonNode part, String place) {
        if (part.has("additionalProperties") || place.equals("question")) {
            part.path("properties").properties().forEach(field -> {
                if (field.getValue().isObject()) {
                    fields.put(place + "/" + field.getKey(), field.getValue());
                }
            });
        }
        for (Map.Entry<String, JsonNode> inner : part.properties()) {
            String name = inner.getKey();
            boolean isHidden = name.equals("properties") || name.equals("$defs");
            addFields(inner.getValue(), isHidden ? place : place.isEmpty() ? name : place + "/" + name);
        }
        for (int i = 0; i < part.size() && part.isArray(); i++) {
            addFields(part.get(i), place + "/" + i);
        }
    }

    /** The schema with that to which it refers; its own keywords come first. */
    private JsonNode resolved(JsonNode part) {
        if (!part.has("$ref")) {
            return part;
        }
        ObjectNode merged =
                resolved(schema.at(part.get("$ref").asText().substring(1))).deepCopy();
        return merged.setAll((ObjectNode) part);
    }
}
