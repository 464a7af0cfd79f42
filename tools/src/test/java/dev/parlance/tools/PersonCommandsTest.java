package dev.parlance.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.settings.Secret;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.SurveyFolder;
import dev.parlance.survey.jdbc.JdbcDocuments;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.webhook.WebhookRequest;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands for one person's data: forget and restart. */
class PersonCommandsTest {
    private static final String ANA = "+15005550006";
    private static final String BEN = "+15005550007";

    @TempDir
    private Path folder;

    private Path survey;
    private Path database;

    @BeforeEach
    void ana_and_ben_answer_a_survey() throws IOException {
        survey = Files.createDirectories(folder.resolve("survey"));
        Files.createDirectory(survey.resolve("prompts"));
        Files.writeString(survey.resolve("prompts/en.env"), "taste=How was it?\nwhy=Why?\n");
        define("tea");
        database = folder.resolve("survey.db");
        try (DocumentStore store = JdbcDocuments.sqlite(database)) {
            answer(store);
        }
    }

    private void define(String name) throws IOException {
        Files.writeString(survey.resolve("survey.json"), """
                {"format": 1, "name": "%s", "opening": "guess", "questions": [
                  {"id": "taste", "kind": "rating", "least": 1, "most": 5}, {"id": "why", "kind": "text"}]}
                """.formatted(name));
    }

    private void answer(DocumentStore store) {
        Surveys surveys = surveys(store);
        for (String person : new String[] {ANA, BEN}) {
            text(surveys, person, "hi");
            text(surveys, person, "4");
        }
    }

    private Surveys surveys(DocumentStore store) {
        return Surveys.builder(SurveyFolder.at(survey).load()).store(store).build();
    }

    private static void text(Surveys surveys, String from, String body) {
        surveys.textWebhook()
                .respond(WebhookRequest.post("https://app.example/sms")
                        .withForm("MessageSid", "SM" + from + body, "From", from, "To", "+15005550100", "Body", body));
    }

    private <T> T inStore(Function<Surveys, T> query) {
        try (DocumentStore store = JdbcDocuments.sqlite(database)) {
            return query.apply(surveys(store));
        }
    }

    private Optional<Session> session(String person) {
        return inStore(surveys -> surveys.find(Address.of(person)));
    }

    private Run restart(String... more) {
        String[] common = {"restart", ANA, "--survey", survey.toString(), "--store", database.toString()};
        String[] all = new String[common.length + more.length];
        System.arraycopy(common, 0, all, 0, common.length);
        System.arraycopy(more, 0, all, common.length, more.length);
        return Run.of(all);
    }

    @Test
    void forget_erases_only_one_person() {
        Run run = Run.of("forget", ANA, "--store", database.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Erased the data of +150\u2022").doesNotContain(ANA);
        assertThat(session(ANA)).isEmpty();
        assertThat(session(BEN)).isPresent();
    }

    @Test
    void an_opt_out_stays_after_forget() {
        inStore(surveys -> {
            text(surveys, ANA, "STOP");
            return true;
        });

        assertThat(Run.of("forget", ANA, "--store", database.toString()).code()).isZero();

        assertThat(session(ANA)).isEmpty();
        boolean isOptedOut = inStore(surveys -> surveys.isOptedOut(Address.of(ANA)));
        assertThat(isOptedOut).isTrue();
    }

    @Test
    void an_unknown_person_is_reported() {
        Run forget = Run.of("forget", "+15005550123", "--store", database.toString());
        Run restart = Run.of("restart", "+15005550123", "--survey", survey.toString(), "--store", database.toString());

        assertThat(forget.code()).isEqualTo(1);
        assertThat(forget.err()).contains("no data about +150\u2022").doesNotContain("+15005550123");
        assertThat(restart.code()).isEqualTo(1);
        assertThat(restart.err()).contains("has not started the survey \"tea\"").doesNotContain("+15005550123");
    }

    @Test
    void restart_keeps_the_earlier_answers() {
        Run run = restart();

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("can answer the survey \"tea\" again").doesNotContain(ANA);
        assertThat(session(ANA).orElseThrow().run()).isEqualTo(2);
        assertThat(results()).contains("\"answer\":4", "\"run\":2");
    }

    @Test
    void restart_can_erase_the_earlier_answers() {
        assertThat(restart("--without-answers").code()).isZero();

        assertThat(session(ANA).orElseThrow().run()).isEqualTo(1);
        assertThat(session(ANA).orElseThrow().answers()).isEmpty();
    }

    @Test
    void restart_reports_an_opt_out() {
        inStore(surveys -> {
            text(surveys, ANA, "STOP");
            return true;
        });

        assertThat(restart().out()).contains("They have opted out");
    }

    @Test
    void undelivered_events_are_left_to_the_application() {
        try (DocumentStore store = JdbcDocuments.sqlite(database)) {
            Surveys failing = Surveys.builder(SurveyFolder.at(survey).load())
                    .store(store)
                    .eventSink(events -> 0)
                    .build();
            text(failing, "+15005550008", "hi");
        }

        Run.of("restart", "+15005550008", "--survey", survey.toString(), "--store", database.toString());

        assertThat(session("+15005550008").orElseThrow().toJson()).contains("\"events\":[{");
    }

    @Test
    void a_missing_store_is_not_created() {
        Path missing = folder.resolve("missing.db");

        for (Run run : new Run[] {
            Run.of("forget", ANA, "--store", missing.toString()),
            Run.of("restart", ANA, "--survey", survey.toString(), "--store", missing.toString())
        }) {
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains("There is no file " + missing);
        }
        assertThat(missing).doesNotExist();
    }

    @Test
    void an_unknown_survey_is_reported() throws IOException {
        define("coffee");
        Run other = restart();
        Run nothing = Run.of("restart", ANA, "--survey", folder.toString(), "--store", database.toString());

        assertThat(other.code()).isEqualTo(1);
        assertThat(other.err()).contains("no answers to the survey \"coffee\"");
        assertThat(nothing.code()).isEqualTo(1);
        assertThat(nothing.err()).contains("There is no survey in");
    }

    @Test
    void an_invalid_number_is_refused() {
        Run run = Run.of("forget", "0612345678", "--store", database.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("country code").doesNotContain("0612345678");
    }

    @Test
    void a_postgresql_store_is_opened_by_its_url() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            Run empty = Run.of("forget", ANA, "--store", url);
            try (DocumentStore store = JdbcDocuments.postgres(url, "postgres", Secret.of("postgres"))) {
                answer(store);
            }

            Run run = Run.of("forget", ANA, "--store", url);

            assertThat(empty.code()).isEqualTo(1);
            assertThat(empty.err()).contains("There is no usable survey store in the database");
            assertThat(run.err()).isEmpty();
            assertThat(run.code()).isZero();
        }
    }

    private String results() {
        return inStore(surveys -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            surveys.results().jsonLines(out);
            return out.toString(StandardCharsets.UTF_8);
        });
    }
}
