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
    void a_valid_survey_is_printed_with_its_costs_and_its_flow_chart() {
        Run run = Run.of("check", folder.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("tea: 1 question in 2 languages, version ")
                .contains("""
                        Text segments                en       es
                        hello                         1        1
                        taste                         1       1*
                        total (each once)             2        2
                        at $0.0083 per segment  $0.0166  $0.0166
                        es: * 70 characters per segment instead of 160 because of ó
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
    void what_does_not_fit_another_survey_is_a_problem(@TempDir Path other) throws IOException {
        Files.createDirectory(other.resolve("prompts"));
        Files.writeString(other.resolve("prompts/en.env"), "age=How old?\n");
        Files.writeString(
                other.resolve("survey.json"),
                "{\"name\": \"intake\", \"questions\": [{\"id\": \"age\", \"kind\": \"number\"}]}");
        survey("{\"id\": \"taste\", \"kind\": \"rating\", \"least\": 1, \"most\": 5,"
                + " \"when\": {\"survey\": \"intake\", \"answered\": \"size\"}}");

        Run alone = Run.of("check", folder.toString());
        Run together = Run.of("check", folder.toString(), other.toString());

        assertThat(alone.code()).isZero();
        assertThat(together.code()).isEqualTo(1);
        assertThat(together.err())
                .contains("survey.json:2: questions[0].when refers to question \"size\" of the survey \"intake\"");
    }

    @Test
    void prompts_can_have_plurals() throws IOException {
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
    void the_flow_chart_can_be_written_to_a_file() throws IOException {
        Path flow = folder.resolve("flow.mmd");

        assertThat(Run.of("check", folder.toString(), "--flow", flow.toString()).out())
                .doesNotContain("flowchart TD");
        assertThat(Files.readString(flow)).startsWith("flowchart TD");
    }

    @Test
    void options_count_toward_the_segments_of_a_question_with_another_prompt_key() throws IOException {
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
    void command_words_are_listed_for_a_survey_with_an_open_question() throws IOException {
        assertThat(Run.of("check", folder.toString()).out()).doesNotContain("commands");

        survey("{\"id\": \"taste\", \"kind\": \"text\"}");

        assertThat(Run.of("check", folder.toString()).out())
                .contains("Words that are commands, even in reply to an open question:")
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
    void labels_that_are_too_long_for_buttons_are_listed_by_question_and_language() throws IOException {
        survey("{\"id\": \"taste\", \"kind\": \"choice\", \"options\": [\"high\", \"low\"]}");
        Files.writeString(
                folder.resolve("prompts/en.env"),
                "hello=Hi\ntaste=?\ntaste.high=More than enough\ntaste.low=Much less than I would pay\n");
        Files.writeString(folder.resolve("prompts/es.env"), "hello=Hola\ntaste=?\ntaste.high=Mucho\ntaste.low=Poco\n");

        assertThat(Run.of("check", folder.toString()).out().replace(folder.toString(), "survey"))
                .contains("""
                        On WhatsApp:
                          Warning: survey/prompts/en.env:4: "taste.low" has 26 characters, more than the 24 in a list on WhatsApp, so its question is a text with numbers

                        """);
    }

    @Test
    void a_template_that_whatsapp_rejects_fails_the_check_of_a_survey_for_whatsapp() throws IOException {
        survey("{\"id\": \"taste\", \"kind\": \"yesNo\"}");
        Files.writeString(folder.resolve("prompts/en.env"), "hello=Hi\ntaste=Was it good, {name}\n");
        Files.writeString(folder.resolve("prompts/es.env"), "hello=Hola\ntaste=¿Estuvo bien, {name}?\n");

        Run plain = Run.of("check", folder.toString());
        Run forWhatsApp = Run.of("check", folder.toString(), "--whatsapp");

        assertThat(plain.code()).isZero();
        assertThat(plain.out())
                .contains("Problem: " + folder + "/prompts/en.env:2: \"taste\" ends with the variable {name}");
        assertThat(forWhatsApp.code()).isEqualTo(1);
    }

    @Test
    void the_opening_and_the_menus_of_whatsapp_are_shown_in_each_language() throws IOException {
        survey("{\"id\": \"taste\", \"kind\": \"yesNo\"},"
                + " {\"id\": \"drink\", \"kind\": \"choice\", \"options\": [\"tea\", \"milk\", \"juice\", \"beer\"]}");
        Files.writeString(folder.resolve("prompts/en.env"), """
                hello=Hi
                taste=Was it good?
                drink=Which?
                drink.tea=Tea
                drink.milk=Milk
                drink.juice=Juice
                drink.beer=Beer
                """);
        Files.writeString(folder.resolve("prompts/es.env"), """
                hello=Hola
                taste=¿Estuvo bien?
                drink=¿Cuál?
                drink.tea=Té
                drink.milk=Leche
                drink.juice=Jugo
                drink.beer=Cerveza
                """);

        assertThat(Run.of("check", folder.toString(), "--whatsapp").out()).contains("""
                opening (es)
                  | Hola
                  |
                  | ¿Estuvo bien?
                  [ Sí ]
                  [ No ]

                taste (es)
                  | ¿Estuvo bien?
                  [ Sí ]
                  [ No ]

                drink (es)
                  | ¿Cuál?
                  [ Elegir v ]
                    - Té
                    - Leche
                    - Jugo
                    - Cerveza

                """);
    }

    @Test
    void the_sentences_that_a_language_lacks_are_printed_ready_to_be_translated() throws IOException {
        survey("{\"id\": \"taste\", \"kind\": \"choices\","
                + " \"options\": [\"high\", {\"value\": \"low\", \"exclusive\": true}]}");
        String own = "hello=Hi\ntaste=?\ntaste.high=Juu\ntaste.low=Chini\n";
        Files.writeString(folder.resolve("prompts/en.env"), own);
        Files.delete(folder.resolve("prompts/es.env"));
        Files.writeString(folder.resolve("prompts/sw.env"), own);

        Run broken = Run.of("check", folder.toString());
        Run missing = Run.of("check", folder.toString(), "--missing", "sw");

        assertThat(broken.err()).contains("\"parlance check --missing sw\" prints all of them");
        assertThat(missing.code()).isZero();
        assertThat(missing.out())
                .startsWith(
                        "# Translate the texts, and add these lines to the prompts in sw, such as prompts/sw.env.\n")
                .contains("survey.invalid.exclusive=\"\\\"{option}\\\" can't be combined with other options.");

        Files.writeString(folder.resolve("prompts/sw.env"), own + missing.out());

        assertThat(Run.of("check", folder.toString()).err()).isEmpty();
        assertThat(Run.of("check", folder.toString(), "--missing", "sw").out())
                .isEqualTo("# The survey has all sentences it needs in sw.\n");
    }

    @Test
    void every_problem_of_the_prompts_and_the_definition_is_printed_in_one_run() throws IOException {
        survey("{\"id\": \"taste\", \"kind\": \"rated\"}");
        Files.writeString(folder.resolve("prompts/es.env"), "hello=¡Hola!\ntaste=¿Cómo estuvo, {who}?\n");

        Run run = Run.of("check", folder.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("2 problem(s)", "es.env:2", "survey.json:2: questions[0].kind");
    }

    @Test
    void every_problem_of_the_definition_is_printed_with_its_line() throws IOException {
        survey("{\"id\": \"taste\", \"kind\": \"rated\"},\n {\"id\": \"why\", \"kind\": \"text\", \"next\": \"q9\"}");

        Run run = Run.of("check", folder.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("survey.json:2", "questions[0].kind", "survey.json:3", "q9");
    }

    @Test
    void every_problem_of_the_prompts_is_printed_with_its_line() throws IOException {
        Files.writeString(folder.resolve("prompts/es.env"), "hello=¡Hola!\ntaste=¿Cómo estuvo, {who}?\n");

        Run run = Run.of("check", folder.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("es.env:2", "who");
    }

    @Test
    void a_folder_without_a_survey_is_reported() {
        Run run = Run.of("check", folder.resolve("prompts").toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("There is no survey in");
    }

    @Test
    void without_a_command_all_commands_are_listed() {
        Run run = Run.of();

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("check", "try", "simulate");
    }
}
