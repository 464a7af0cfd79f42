package dev.parlance.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.SurveyFolder;
import dev.parlance.survey.jdbc.JdbcDocuments;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.webhook.WebhookRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The export of replies that a survey did not understand. */
class MissedCommandTest {
    @TempDir
    private Path folder;

    private Path survey;
    private Path database;

    @BeforeEach
    void two_people_say_that_the_tea_was_lukewarm() throws IOException {
        survey = Files.createDirectories(folder.resolve("survey"));
        Files.createDirectory(survey.resolve("prompts"));
        Files.writeString(survey.resolve("prompts/en.env"), "taste=How was it?\n");
        define("tea");
        database = folder.resolve("survey.db");
        try (DocumentStore store = JdbcDocuments.sqlite(database)) {
            Surveys surveys =
                    Surveys.builder(SurveyFolder.at(survey).load()).store(store).build();
            text(surveys, "+15005550006", "hi", "Lukewarm!");
            text(surveys, "+15005550007", "hi", "lukewarm", "like dishwater");
        }
    }

    private void define(String name) throws IOException {
        Files.writeString(survey.resolve("survey.json"), """
                {"format": 1, "name": "%s", "opening": "guess", "questions": [
                  {"id": "taste", "kind": "rating", "least": 1, "most": 5}]}
                """.formatted(name));
    }

    private static void text(Surveys surveys, String from, String... bodies) {
        for (String body : bodies) {
            surveys.textWebhook()
                    .respond(WebhookRequest.post("https://app.example/sms")
                            .withForm(
                                    "MessageSid",
                                    "SM" + from + body,
                                    "From",
                                    from,
                                    "To",
                                    "+15005550100",
                                    "Body",
                                    body));
        }
    }

    @Test
    void missed_replies_are_printed_with_the_most_frequent_first() {
        Run run = Run.of("missed", survey.toString(), "--store", database.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "question\tlanguage\tchannel\treply\texpected\tcount",
                        "taste\ten\ttext\tlukewarm\t\t2",
                        "taste\ten\ttext\tlike dishwater\t\t1");
    }

    @Test
    void a_table_that_a_person_has_filled_in_can_be_run() throws IOException {
        Path table = folder.resolve("missed.tsv");
        Run export = Run.of("missed", survey.toString(), "--store", database.toString(), "--out", table.toString());
        Files.writeString(table, Files.readString(table).replace("lukewarm\t\t", "lukewarm\t?\t"));

        Run replies = Run.of("replies", survey.toString(), table.toString());

        assertThat(export.out()).startsWith("Wrote 2 replies to ");
        assertThat(replies.err()).isEmpty();
        assertThat(replies.code()).isZero();
        assertThat(replies.out()).containsPattern("all +1 +0 +0 +1 +0");
    }

    @Test
    void a_survey_without_answers_and_a_missing_store_are_reported() throws IOException {
        define("coffee");
        Run noAnswers = Run.of("missed", survey.toString(), "--store", database.toString());
        Run noStore = Run.of(
                "missed",
                survey.toString(),
                "--store",
                folder.resolve("missing.db").toString());

        assertThat(noAnswers.code()).isEqualTo(1);
        assertThat(noAnswers.err()).contains("no answers to the survey \"coffee\"");
        assertThat(noStore.code()).isEqualTo(1);
        assertThat(noStore.err()).contains("There is no file");
    }
}
