package dev.parlance.survey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.webhook.WebhookRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** Contacts that surveys set and know, on both databases. */
class ContactsTest {
    private static final Address ANA = Address.of("+15005550006");

    private static final Survey VISIT =
            Survey.parse("visit.json", """
            {"name": "visit", "opening": "guess", "questions": [
              {"id": "spent", "kind": "number", "least": 0, "most": 100},
              {"id": "total", "kind": "set", "contact": "total", "to": {"sum": [{"contact": "total"}, "spent"], "needs": 1}},
              {"id": "join", "kind": "set", "addTo": "guests"}
            ]}""", Prompts.of(Map.of("en", Map.of("spent", "How much?"))));

    private static final Survey LATER = Survey.parse(
            "later.json",
            """
            {"name": "later", "opening": "guess", "questions": [
              {"id": "guest", "kind": "yesNo", "when": {"inGroup": "guests"}},
              {"id": "rich", "kind": "yesNo", "when": {"contact": "total", "atLeast": 10}},
              {"id": "same", "kind": "yesNo", "when": {"survey": "visit", "answer": "spent", "is": 12}}
            ]}""",
            Prompts.of(Map.of("en", Map.of("guest", "Good stay?", "rich", "A tip?", "same", "12 again?"))));

    private static String text(Surveys surveys, String sid, String body) {
        return surveys.textWebhook()
                .handle(WebhookRequest.post("https://hooks.example.com/sms")
                        .withForm("MessageSid", sid, "From", ANA.value(), "To", "+15005550100", "Body", body))
                .bodyText();
    }

    private static Surveys surveys(Survey survey, DocumentStore store) {
        return Surveys.builder(survey).store(store).build();
    }

    @Test
    void a_later_survey_knows_the_contact_after_a_restart_with_sqlite(@TempDir Path folder) {
        Path file = folder.resolve("surveys.db");
        try (JdbcDocuments store = JdbcDocuments.sqlite(file)) {
            spendTogether(store);
        }
        try (JdbcDocuments store = JdbcDocuments.sqlite(file)) {
            answerLater(store);
        }
    }

    @Test
    void a_later_survey_knows_the_contact_after_a_restart_with_postgresql() {
        DataSource database = Postgres.newDatabase();
        try (JdbcDocuments store = JdbcDocuments.postgres(database)) {
            spendTogether(store);
        }
        try (JdbcDocuments store = JdbcDocuments.postgres(database)) {
            answerLater(store);
        }
    }

    /** Several nodes get the same webhook at once. */
    private static void spendTogether(DocumentStore store) {
        text(surveys(VISIT, store), "SM1", "hi");
        List<CompletableFuture<String>> nodes = IntStream.range(0, 4)
                .mapToObj(node -> CompletableFuture.supplyAsync(
                        () -> text(surveys(VISIT, store), "SM2", "12"), task -> new Thread(task).start()))
                .toList();
        nodes.forEach(CompletableFuture::join);

        assertThat(surveys(VISIT, store).contacts().of(ANA).field("total").map(Value::text))
                .contains("12");
    }

    private static void answerLater(DocumentStore store) {
        Surveys later = surveys(LATER, store);

        assertThat(text(later, "SM3", "hi")).contains("Good stay?");
        assertThat(text(later, "SM4", "yes")).contains("A tip?");
        assertThat(text(later, "SM5", "no")).contains("12 again?");
        later.forget(ANA);
        assertThat(later.contacts().of(ANA).isEmpty()).isTrue();
    }

    @Test
    void a_contact_costs_no_read_and_another_survey_costs_one(@TempDir Path folder) {
        SQLiteDataSource file = new SQLiteDataSource();
        file.setUrl("jdbc:sqlite:" + folder.resolve("surveys.db"));
        List<String> requests = Collections.synchronizedList(new ArrayList<>());
        DataSource watched = WatchedDataSource.of(file, requests::add);
        try (JdbcDocuments store = new JdbcDocuments(watched, Dialect.SQLITE, () -> {}).withTables(Dialect.SQLITE)) {
            surveys(LATER, store)
                    .contacts()
                    .change(ANA, contact -> contact.withGroup("guests").withField("total", "10"));
            Surveys later = surveys(LATER, store);
            text(later, "SM1", "hi");
            requests.clear();
            text(later, "SM2", "yes");
            assertThat(requests).filteredOn("executeQuery"::equals).hasSize(1);
            requests.clear();
            text(later, "SM3", "yes");
            assertThat(requests).filteredOn("executeQuery"::equals).hasSize(2);
        }
    }
}
