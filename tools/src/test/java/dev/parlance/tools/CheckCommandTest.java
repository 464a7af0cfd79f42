package dev.parlance.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void a_survey() throws IOException {
        Files.createDirectory(folder.resolve("prompts"));
        survey("{\"id\": \"taste\", \"kind\": \"rating\", \"least\": 1, \"most\": 5}");
        Files.writeString(folder.resolve("prompts/en.env"), "hello=Hello!\ntaste=How was it, {name}?\n");
        Files.writeString(folder.resolve("prompts/es.env"), "hello=¡Hola!\ntaste=¿Cómo estuvo, {name}?\n");
    }

    private void survey(String questions) throws IOException {
        Files.writeString(
                folder.resolve("survey.json"),
                "{\"format\": 1, \"name\": \"tea\", \"welcome\": \"hello\", \"variables\": {\"name\": \"you\"},\n"
                        + " \"questions\": [" + questions + "]}");
    }

    @Test
    void a_good_survey_is_told_with_its_costs_and_its_way() {
        Run run = Run.of("check", folder.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("tea: 1 question in 2 languages, version ")
                .contains("""
                        Segments of a text         en       es
                        hello                       1        1
                        taste                       1       1*
                        all, each once              2        2
                        at $0.0083 a segment  $0.0166  $0.0166
                        es: * 70 characters a segment instead of 160, because of ó
                        """)
                .endsWith("""
                        flowchart TD
                          START_(["tea"])
                          q_taste["taste<br/>rating"]
                          END_(["end"])
                          START_ --> q_taste
                          q_taste --> END_
                        """);
    }

    @Test
    void prompts_may_have_plurals() throws IOException {
        for (String language : new String[] {"en", "es"}) {
            Files.writeString(
                    folder.resolve("prompts/" + language + ".env"),
                    "hello=Hi\ntaste={name, plural, one {# cup} other {# cups}}?\n");
        }

        Run run = Run.of("check", folder.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void the_picture_goes_into_a_file() throws IOException {
        Path flow = folder.resolve("flow.mmd");

        assertThat(Run.of("check", folder.toString(), "--flow", flow.toString()).out())
                .doesNotContain("flowchart TD");
        assertThat(Files.readString(flow)).startsWith("flowchart TD");
    }

    @Test
    void an_option_counts_by_its_length_whatever_prompt_its_question_has() throws IOException {
        survey("{\"id\": \"taste\", \"prompt\": \"flavour\", \"kind\": \"choice\","
                + " \"options\": [\"sweet\", \"sour\"]}");
        for (String language : new String[] {"en", "es"}) {
            Files.writeString(
                    folder.resolve("prompts/" + language + ".env"),
                    "hello=Hi\nflavour=?\nflavour.sweet=" + "x".repeat(150) + "\nflavour.sour=sour\n");
        }

        assertThat(Run.of("check", folder.toString()).out()).containsPattern("flavour +2 +2\n");
    }

    @Test
    void commands_are_listed_where_any_words_can_be_an_answer() throws IOException {
        assertThat(Run.of("check", folder.toString()).out()).doesNotContain("Commands");

        survey("{\"id\": \"taste\", \"kind\": \"text\"}");

        assertThat(Run.of("check", folder.toString()).out())
                .contains("Commands, also when an open question is being asked:")
                .containsPattern("  en: help, info, .*skip, next, pass")
                .containsPattern("  es: .*alto");
    }

    @Test
    void each_warning_is_printed_once() throws IOException {
        survey("{\"id\": \"taste\", \"kind\": \"choice\", \"options\": [\"high\", \"low\"]}");
        Files.writeString(folder.resolve("prompts/en.env"), "hello=Hi\ntaste=?\ntaste.high=High\ntaste.low=Low\n");
        Files.writeString(
                folder.resolve("prompts/es.env"),
                "hello=Hola\ntaste=?\ntaste.high=Precio alto\ntaste.low=Precio bajo\n");

        assertThat(Run.of("check", folder.toString()).out()).containsOnlyOnce("\"alto\" is also the command");
    }

    @Test
    void every_fault_of_the_definition_is_told_with_its_place() throws IOException {
        survey("{\"id\": \"taste\", \"kind\": \"rated\"},\n {\"id\": \"why\", \"kind\": \"text\", \"next\": \"q9\"}");

        Run run = Run.of("check", folder.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("survey.json:2", "questions[0].kind", "survey.json:3", "q9");
    }

    @Test
    void every_fault_of_the_prompts_is_told_with_its_place() throws IOException {
        Files.writeString(folder.resolve("prompts/es.env"), "hello=¡Hola!\ntaste=¿Cómo estuvo, {who}?\n");

        Run run = Run.of("check", folder.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("es.env:2", "who");
    }

    @Test
    void a_folder_without_a_survey_is_said_to_be_one() {
        Run run = Run.of("check", folder.resolve("prompts").toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("There is no survey in");
    }

    @Test
    void without_a_word_it_tells_what_can_be_done() {
        Run run = Run.of();

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("check", "try", "simulate");
    }
}
