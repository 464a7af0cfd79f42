package dev.parlance.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    private static final String SURVEY = """
            {
              "name" : "tea",
              "expires": "P3D",   "questions": [
                {"id": "service", "least":1, "most": 5.0},
                {"id": "product", "options": ["app", "delivery"]},
                {
                  "id": "why",
                  "kind": "text"
                }
              ]
            }
            """;

    private final JsonText survey = JsonText.of(SURVEY);

    @Test
    void a_replaced_value_leaves_all_other_characters() {
        assertThat(survey.with(at("/questions/0/least"), json("2")).text())
                .isEqualTo(SURVEY.replace("\"least\":1", "\"least\":2"));
        assertThat(survey.with(at("/name"), json("\"té\\n\"")).text()).isEqualTo(SURVEY.replace("tea", "té\\n"));
        assertThat(survey.with(at("/questions/1/options"), json("[\"a\",\"b\"]"))
                        .text())
                .isEqualTo(SURVEY.replace("[\"app\", \"delivery\"]", "[\"a\", \"b\"]"));
    }

    @Test
    void a_new_field_is_written_like_its_neighbours() {
        assertThat(survey.with(at("/questions/0/optional"), json("true")).text())
                .isEqualTo(SURVEY.replace("5.0}", "5.0, \"optional\" : true}"));
        assertThat(survey.with(at("/questions/2/most"), json("300")).text())
                .isEqualTo(SURVEY.replace("\"kind\": \"text\"\n", "\"kind\": \"text\",\n      \"most\" : 300\n"));
        assertThat(JsonText.of("{}").with(at("/a"), json("{\"b\":[1]}")).text()).isEqualTo("{\"a\": {\"b\": [1]}}");
        assertThat(JsonText.of("{\"a\":1}").with(at("/b"), json("[1,2]")).text())
                .isEqualTo("{\"a\":1, \"b\":[1, 2]}");
    }

    @Test
    void an_element_is_inserted_on_a_line_of_its_own_if_the_others_are() {
        JsonNode mail = json("{\"id\":\"mail\"}");

        assertThat(survey.inserted(at("/questions"), 1, mail).text())
                .isEqualTo(SURVEY.replace(
                        "    {\"id\": \"product\"", "    {\"id\" : \"mail\"},\n    {\"id\": \"product\""));
        assertThat(survey.inserted(at("/questions"), 3, mail).text())
                .isEqualTo(SURVEY.replace("    }\n  ]", "    },\n    {\n      \"id\" : \"mail\"\n    }\n  ]"));
        assertThat(survey.inserted(at("/questions/1/options"), 0, json("\"shop\""))
                        .text())
                .isEqualTo(SURVEY.replace("[\"app\"", "[\"shop\", \"app\""));
        assertThat(JsonText.of("{\"a\":[]}")
                        .inserted(at("/a"), 0, json("1"))
                        .inserted(at("/a"), 1, json("2"))
                        .text())
                .isEqualTo("{\"a\":[1, 2]}");
    }

    @Test
    void a_removed_part_takes_its_line_and_one_comma_along() {
        assertThat(survey.without(at("/questions/0")).text())
                .isEqualTo(SURVEY.replace("{\"id\": \"service\", \"least\":1, \"most\": 5.0},\n    ", ""));
        assertThat(survey.without(at("/questions/2/kind")).text())
                .isEqualTo(SURVEY.replace(",\n      \"kind\": \"text\"", ""));
        assertThat(survey.without(at("/questions/0/least")).text()).isEqualTo(SURVEY.replace("\"least\":1, ", ""));
        assertThat(JsonText.of("{ \"a\": 1 }").without(at("/a")).text()).isEqualTo("{}");
        assertThat(survey.without(at("/nothing")).text()).isEqualTo(SURVEY);
    }

    @Test
    void moved_elements_change_places_and_the_space_between_them_stays() {
        assertThat(survey.moved(at("/questions"), 0, 1).text()).isEqualTo(SURVEY.replace("""
                            {"id": "service", "least":1, "most": 5.0},
                            {"id": "product", "options": ["app", "delivery"]},
                        """.indent(0), """
                            {"id": "product", "options": ["app", "delivery"]},
                            {"id": "service", "least":1, "most": 5.0},
                        """.indent(0)));
        assertThat(survey.moved(at("/questions/1/options"), 1, 0)
                        .moved(at("/questions/1/options"), 0, 1)
                        .text())
                .isEqualTo(SURVEY);
    }

    @Test
    void long_values_are_spread_over_lines() {
        String text = "{\n    \"a\": 1\n}";
        JsonNode value = json("{\"names\":[\"" + "x".repeat(60) + "\",\"" + "y".repeat(60) + "\"],\"b\":[]}");

        assertThat(JsonText.of(text).with(at("/c"), value).text())
                .isEqualTo("{\n    \"a\": 1,\n    \"c\": {\n        \"names\": [\n            \"" + "x".repeat(60)
                        + "\",\n            \"" + "y".repeat(60) + "\"\n        ],\n        \"b\": []\n    }\n}");
    }

    @Test
    void windows_line_breaks_and_the_byte_order_mark_stay() {
        String text = "\uFEFF{\r\n  \"a\": [\r\n    1\r\n  ]\r\n}\r\n";

        assertThat(JsonText.of(text).inserted(at("/a"), 1, json("2")).text())
                .isEqualTo("\uFEFF{\r\n  \"a\": [\r\n    1,\r\n    2\r\n  ]\r\n}\r\n");
    }

    @Test
    void a_value_can_be_replaced_by_its_text() {
        assertThat(survey.withRaw(at("/questions/1"), " {\"id\":  1} ").text()).contains("    {\"id\":  1},\n");
        assertThat(survey.rawAt(at("/questions/0"))).isEqualTo("{\"id\": \"service\", \"least\":1, \"most\": 5.0}");
        assertThatThrownBy(() -> survey.withRaw(at("/questions/1"), "{"))
                .hasMessageStartingWith("This is not valid JSON");
        assertThatThrownBy(() -> JsonText.of("{,}")).hasMessageContaining("not valid JSON");
        assertThatThrownBy(() -> survey.inserted(at("/name"), 0, json("1"))).hasMessage("At /name is no list.");
        assertThatThrownBy(() -> survey.with(at("/none/a"), json("1")))
                .hasMessage("There is no place /none in the file.");
    }

    private static JsonPointer at(String place) {
        return JsonPointer.compile(place);
    }

    private static JsonNode json(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
