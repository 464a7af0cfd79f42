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
    void has_a_survey_and_its_prompts() throws IOException {
        write("{\"format\": 1, \"name\": \"tea\", \"questions\": [{\"id\": \"taste\", \"kind\": \"text\"}]}");

        assertThat(SurveyFolder.at(folder).load().questions())
                .extracting(Question::id)
                .containsExactly("taste");
    }

    @Test
    void may_have_that_of_the_template() {
        assertThat(SurveyFolder.at(Path.of("src/test/resources/seed")).load().questions())
                .isNotEmpty();
    }

    @Test
    void says_what_is_missing() {
        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> SurveyFolder.at(folder).load())
                .withMessageContaining("survey.json")
                .withMessageContaining("survey-config.json");
    }

    @Test
    void is_in_another_state_when_a_file_has_changed() throws IOException {
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
