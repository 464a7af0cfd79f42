package dev.parlance.survey.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.parlance.Problem;
import dev.parlance.survey.question.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
    void a_folder_can_have_texts_that_are_not_saved() throws IOException {
        write("{\"format\": 1, \"name\": \"tea\", \"questions\": [{\"id\": \"taste\", \"kind\": \"text\"}]}");
        String edited = Files.readString(folder.resolve("survey.json")).replace("taste", "smell");
        SurveyFolder unsaved = SurveyFolder.at(folder)
                .withTexts(Map.of("survey.json", edited, "prompts/en.env", "smell=Smell?\nsurvey.goodby=Bye\n"));

        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(unsaved::load)
                .withMessageContaining(folder.resolve("prompts") + "/en.env:2: \"survey.goodby\"");
        assertThat(SurveyFolder.at(folder)
                        .withTexts(Map.of("survey.json", edited, "prompts/en.env", "smell=Smell?\n"))
                        .load()
                        .questions())
                .extracting(Question::id)
                .containsExactly("smell");
        assertThat(SurveyFolder.at(folder).load().questions())
                .extracting(Question::id)
                .containsExactly("taste");
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
    void the_sentences_that_a_language_lacks_come_with_their_english_texts() throws IOException {
        write("{\"format\": 1, \"name\": \"tea\", \"questions\": [{\"id\": \"taste\", \"kind\": \"text\"}]}");
        SurveyFolder survey = SurveyFolder.at(folder);

        assertThat(survey.missingSentences("sw"))
                .containsEntry("survey.invalid.length", "Please answer with {least} to {most} characters.")
                .containsKeys("survey.yes", "survey.goodbye")
                .doesNotContainKeys("survey.invalid.number", "survey.record", "survey.voicemail", "survey.press");
        assertThat(survey.missingSentences("es-MX")).isEmpty();
    }

    @Test
    void a_language_with_all_sentences_lacks_none_and_other_languages_need_none() throws IOException {
        write("{\"format\": 1, \"name\": \"tea\", \"questions\": [{\"id\": \"taste\", \"kind\": \"text\"}]}");
        StringBuilder swahili = new StringBuilder("taste=Ladha?\n");
        SurveyFolder.at(folder)
                .missingSentences("sw")
                .forEach((key, text) -> swahili.append(key)
                        .append("=\"")
                        .append(text.replace("\"", "\\\""))
                        .append("\"\n"));
        Files.writeString(folder.resolve("prompts/sw.env"), swahili);

        assertThat(SurveyFolder.at(folder).load().warnings()).isEmpty();
        assertThat(SurveyFolder.at(folder).missingSentences("sw")).isEmpty();
    }

    @Test
    void the_problems_of_the_prompts_do_not_hide_those_of_the_survey() throws IOException {
        write("{\"format\": 1, \"name\": \"tea\", \"questions\": [{\"id\": \"taste\", \"kind\": \"txt\"}]}");
        Files.writeString(folder.resolve("prompts/en.env"), "taste=Taste {of\n");

        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> SurveyFolder.at(folder).load())
                .withMessageStartingWith("The survey has 2 problem(s):")
                .satisfies(e -> assertThat(e.problems())
                        .extracting(Problem::line, Problem::path)
                        .containsExactly(tuple(1, ""), tuple(1, "questions[0].kind")));
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
