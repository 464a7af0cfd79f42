package dev.parlance.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddedPartsTest {
    private static final String DEFINITION = """
            {
              "scales": {
                "bad" : {"options": ["no", "yes"]},
                "good": {"options": ["low", "high"]}
              },
              "questions": [
                {"id": "one", "kind": "choice", "scale": "good"},
                {"group": "two", "questions": [{"id": "three", "kind": "choice", "scale": "good"}]},
                {"id": "good", "kind": "choice", "options": ["low"]}
              ]
            }
            """;

    private static Map<String, String> made(Map<String, String> texts, ObjectNode change) {
        SurveyFiles files = new SurveyFiles(Path.of("survey"), false);
        return Changes.made(files, texts, PromptBook.of(files, texts), change);
    }

    private static ObjectNode change(String name) {
        return JsonNodeFactory.instance.objectNode().put("do", name);
    }

    private static ObjectNode language(String tag) {
        return change("language").put("tag", tag);
    }

    @Test
    void a_scale_is_renamed_where_it_is_defined_and_where_it_is_used() {
        Map<String, String> texts =
                Map.of("survey.json", DEFINITION, "prompts/en.env", "bad.no=No\nthree.text=Three\nbad.no.also=Never\n");

        Map<String, String> bad =
                made(texts, change("renameScale").put("place", "/scales/bad").put("id", "poor"));
        Map<String, String> good =
                made(texts, change("renameScale").put("place", "/scales/good").put("id", "fine"));

        assertThat(bad)
                .containsEntry("survey.json", DEFINITION.replace("\"bad\" :", "\"poor\" :"))
                .containsEntry("prompts/en.env", "poor.no=No\nthree.text=Three\npoor.no.also=Never\n");
        assertThat(good.get("survey.json"))
                .isEqualTo(DEFINITION
                        .replace("\"good\": {", "\"fine\": {")
                        .replace("\"scale\": \"good\"", "\"scale\": \"fine\""));
    }

    @Test
    void a_scale_does_not_get_the_name_of_another() {
        assertThatExceptionOfType(EditException.class)
                .isThrownBy(() -> made(
                        Map.of("survey.json", DEFINITION),
                        change("renameScale").put("place", "/scales/bad").put("id", "good")))
                .withMessage("There is already a good.");
    }

    @Test
    void a_language_gets_a_file_in_the_format_of_the_others() {
        assertThat(made(Map.of("survey.json", DEFINITION, "prompts/en.env", "one=One\n"), language("fr")))
                .containsEntry("prompts/fr.env", "");
        assertThat(made(
                        Map.of("survey.json", DEFINITION, "prompts/en.properties", "one=One\n"),
                        language("fr").put("voice", "Polly.Lea")))
                .containsEntry("prompts/fr.properties", "voice=Polly.Lea\n");
        Map<String, String> json = made(
                Map.of("survey.json", DEFINITION, "prompts/en.json", "{\n  \"one\": \"One\"\n}\n"),
                language("fr").put("voice", "Polly.Lea"));
        assertThat(json.get("prompts/fr.json")).contains("\"voice\": \"Polly.Lea\"");
    }

    @Test
    void a_language_that_is_there_or_is_not_one_is_refused() {
        Map<String, String> texts = Map.of("survey.json", DEFINITION, "prompts/pt-BR.env", "one=Um\n");

        for (String tag : new String[] {"pt-br", "../es", "Portuguese", ""}) {
            assertThatExceptionOfType(EditException.class).as(tag).isThrownBy(() -> made(texts, language(tag)));
        }
    }
}
