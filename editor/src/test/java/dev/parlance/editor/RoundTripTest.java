package dev.parlance.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Opening a survey, changing one thing, and saving changes this one thing in the files. */
class RoundTripTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    static Stream<Path> surveys() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../examples"))) {
            return files
                    .filter(file -> file.endsWith("survey.json") || file.endsWith("survey-config.json"))
                    .filter(file -> !file.toString().contains("target"))
                    .map(Path::getParent)
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("surveys")
    void a_changed_prompt_is_the_only_difference_in_the_files(Path survey) {
        Copies.copy(survey, folder);
        SurveyFiles files = SurveyFiles.at(folder);
        Map<String, String> before = files.read();
        PromptBook book = PromptBook.of(files, before);
        assertThat(book.names()).isNotEmpty();
        for (String name : book.names()) {
            List<String> keys = List.copyOf(book.file(name).prompts().keySet());
            String key = keys.get(keys.size() / 2);
            EditedPage page = new EditedPage(files, Instant.EPOCH);

            page.change(prompt(name, key, "Changed to this"), null);
            FileDiff diff = page.unsaved().get(0);
            page.save();

            assertThat(changedLines(diff)).as(diff.patch()).containsExactly("-", "+");
            assertThat(diff.patch()).contains("Changed to this");
            page.change(prompt(name, key, book.text(name, key)), null);
            page.save();
        }
        assertThat(files.read()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("surveys")
    void a_changed_setting_is_the_only_difference_in_the_definition(Path survey) {
        Copies.copy(survey, folder);
        EditedPage page = new EditedPage(SurveyFiles.at(folder), Instant.EPOCH);

        page.change(change("set").put("place", "/name").put("value", "renamed"), null);

        assertThat(changedLines(page.unsaved().get(0)).stream().filter(sign -> sign.equals("+")))
                .as(page.unsaved().get(0).patch())
                .hasSizeLessThanOrEqualTo(2);
        page.undo();
        assertThat(page.unsaved()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("surveys")
    void a_removed_and_undone_question_leaves_no_difference(Path survey) {
        Copies.copy(survey, folder);
        EditedPage page = new EditedPage(SurveyFiles.at(folder), Instant.EPOCH);

        page.change(change("remove").put("place", "/questions/0"), null);
        assertThat(page.unsaved()).hasSize(1);
        page.undo();
        assertThat(page.unsaved()).isEmpty();
        page.redo();
        page.save();

        assertThat(new EditedPage(SurveyFiles.at(folder), Instant.EPOCH).unsaved())
                .isEmpty();
    }

    @Test
    void generated_files_of_all_formats_differ_in_the_changed_prompt_only() throws IOException {
        Files.writeString(folder.resolve("survey.json"), "{\"name\": \"tea\", \"questions\": []}");
        Files.createDirectories(folder.resolve("prompts"));
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            String name =
                    "prompts/" + List.of("en.env", "es.properties", "fr.json").get(i % 3);
            Files.writeString(folder.resolve(name), generated(name, random));
            SurveyFiles files = SurveyFiles.at(folder);
            EditedPage page = new EditedPage(files, Instant.EPOCH);
            PromptBook before = PromptBook.of(files, files.read());

            page.change(prompt(name, "key3", "now " + i), null);
            page.save();

            PromptBook after = PromptBook.of(files, files.read());
            assertThat(after.text(name, "key3")).isEqualTo("now " + i);
            assertThat(changedLines(FileDiff.of(
                            name, before.file(name).text(), after.file(name).text())))
                    .as(before.file(name).text())
                    .contains("-", "+")
                    .hasSizeLessThanOrEqualTo(4);
            for (String key : before.file(name).prompts().keySet()) {
                if (!key.equals("key3")) {
                    assertThat(after.text(name, key)).isEqualTo(before.text(name, key));
                }
            }
        }
    }

    private static String generated(String name, Random random) {
        String newline = random.nextBoolean() ? "\n" : "\r\n";
        StringBuilder text = new StringBuilder(name.endsWith("json") ? "{" + newline : "");
        for (int i = 0; i < 6; i++) {
            String value = List.of("tea", "Tea? # no", "don't", "água {name}", "a\\\\b")
                    .get(random.nextInt(5));
            if (name.endsWith("json")) {
                text.append(" ".repeat(random.nextInt(4)))
                        .append("\"key" + i + "\"" + (random.nextBoolean() ? ": " : ":") + "\"" + value + "\"")
                        .append(i == 5 ? newline : "," + newline.repeat(1 + random.nextInt(2)));
            } else {
                String quote = name.endsWith("env") ? List.of("\"", "\"", "").get(random.nextInt(3)) : "";
                text.append(random.nextInt(3) == 0 ? "# a comment" + newline : "")
                        .append("key" + i + (random.nextBoolean() ? " = " : "=") + quote + value + quote)
                        .append(newline.repeat(1 + random.nextInt(2)));
            }
        }
        return text + (name.endsWith("json") ? "}" : "");
    }

    @Test
    void a_question_renamed_takes_its_prompts_conditions_jumps_and_placeholders_along() throws IOException {
        Files.createDirectories(folder.resolve("prompts"));
        Files.writeString(folder.resolve("survey.json"), """
                {"name": "tea", "goodbye": "bye", "questions": [
                  {"id": "drink", "kind": "choice", "options": ["tea", "coffee"], "next": [{"when": {"answer": "drink", "is": "tea"}, "to": "drink2"}]},
                  {"id": "drink2", "kind": "text", "when": {"not": {"answered": "drink"}}},
                  {"id": "total", "kind": "compute", "first": ["drink", "drink2"]}
                ]}
                """);
        Files.writeString(folder.resolve("prompts/en.env"), """
                drink=What?
                drink.tea=Tea
                drink.coffee=Coffee
                drink2=More {drink}?
                bye=Your {drink}, {drink2}.
                """);
        EditedPage page = new EditedPage(SurveyFiles.at(folder), Instant.EPOCH);

        page.change(change("rename").put("place", "/questions/0").put("id", "beverage"), null);
        page.save();

        assertThat(Files.readString(folder.resolve("prompts/en.env"))).isEqualTo("""
                        beverage=What?
                        beverage.tea=Tea
                        beverage.coffee=Coffee
                        drink2=More {beverage}?
                        bye=Your {beverage}, {drink2}.
                        """);
        assertThat(Files.readString(folder.resolve("survey.json")))
                .contains("{\"answer\": \"beverage\", \"is\": \"tea\"}, \"to\": \"drink2\"")
                .contains("{\"answered\": \"beverage\"}")
                .contains("\"first\": [\"beverage\", \"drink2\"]");
        assertThat(page.check().findings())
                .extracting(DraftCheck.Finding::isWarning)
                .doesNotContain(false);
    }

    private static List<String> changedLines(FileDiff diff) {
        return diff.parts().stream()
                .flatMap(part -> part.lines().stream())
                .map(FileDiff.Line::sign)
                .filter(sign -> !sign.isBlank())
                .toList();
    }

    private static ObjectNode prompt(String file, String key, String text) {
        return change("prompt").put("file", file).put("key", key).put("text", text);
    }

    private static ObjectNode change(String what) {
        return JSON.createObjectNode().put("do", what);
    }
}
