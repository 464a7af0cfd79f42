package dev.parlance.survey.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.survey.question.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyFolderTest {
    @TempDir
    private Path folder;

    @Test
    void a_folder_has_a_survey_and_its_prompts() throws IOException {
        write("{\"format\": 1, \"name\": \"tea\", \"questions\": [{\"id\": \"taste\", \"kind\": \"text\"}]}");

        assertThat(SurveyFolder.at(folder).load().questions())
                .extracting(Question::id)
                .containsExactly("taste");
    }

    @Test
    void a_folder_can_have_the_templates_survey() {
        assertThat(SurveyFolder.at(Path.of("src/test/resources/seed")).load().questions())
                .isNotEmpty();
    }

    @Test
    void a_folder_without_a_survey_is_rejected_with_the_names_of_the_missing_files() {
        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> SurveyFolder.at(folder).load())
                .withMessageContaining("survey.json")
                .withMessageContaining("survey-config.json");
    }

    @Test
    void a_folder_can_be_on_the_class_path() {
        assertThat(SurveyFolder.classpath(SurveyFolderTest.class, "seed").load().questions())
                .isNotEmpty();
    }

    @Test
    void a_problem_of_a_prompt_has_the_file_and_line_of_the_prompt() throws IOException {
        write("{\"format\": 1, \"name\": \"tea\", \"questions\": [{\"id\": \"taste\", \"kind\": \"text\"}]}");
        Files.writeString(folder.resolve("prompts/en.env"), "taste=Taste?\n\nsurvey.goodby=Bye\n");

        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> SurveyFolder.at(folder).load())
                .satisfies(e -> assertThat(e.problems())
                        .singleElement()
                        .asString()
                        .endsWith("prompts/en.env:3: \"survey.goodby\" is not the key of a sentence of this library"));
    }

    @Test
    void the_state_changes_when_a_file_changes() throws IOException {
        write("{}");
        String before = SurveyFolder.at(folder).state();

        assertThat(SurveyFolder.at(folder).state()).isEqualTo(before);
        Files.writeString(folder.resolve("prompts/fr.env"), "taste=Goût ?");
        assertThat(SurveyFolder.at(folder).state()).isNotEqualTo(before);
    }

    private void write(String survey) throws IOException {
        Files.createDirectory(folder.resolve("prompts"));
        Files.writeString(folder.resolve("survey.json"), survey);
        Files.writeString(folder.resolve("prompts/en.env"), "taste=Taste?\n");
    }
}
