package dev.parlance.survey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.parlance.Address;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.Surveys.EarlierAnswers;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.results.Results;
import dev.parlance.survey.results.Summary;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** Compares the sums in the database with counting each session. */
class SummaryTest {
    private static final int PEOPLE = 40;
    private static final int ACTIONS = 1_000;

    private final Survey survey = Survey.builder("lunch")
            .prompts(Prompts.of(Map.of("en", prompts("What do you drink?"), "fr", prompts("Que buvez-vous ?"))))
            .repeatable()
            .ask(
                    Question.choice("drink", "tea", "coffee"),
                    Question.rating("taste", 1, 5),
                    Question.number("weight", -5, 1_000_000).withDecimals(2),
                    Question.nps("again"),
                    Question.text("why").optional())
            .build();
    private final Random random = new Random(20);
    private int messages;

    private static Map<String, String> prompts(String drink) {
        return Map.of(
                "drink", drink,
                "drink.tea", "Tea",
                "drink.coffee", "Coffee",
                "taste", "1 to 5?",
                "weight", "How heavy?",
                "again", "0 to 10?",
                "why", "Why?");
    }

    @Test
    void sums_in_postgresql_equal_counting_each_session() throws SQLException {
        try (HikariDataSource database = Postgres.pooled(Postgres.newDatabase())) {
            assertSumsEqualCounting(database, Dialect.POSTGRESQL);
        }
    }

    @Test
    void sums_in_sqlite_equal_counting_each_session(@TempDir Path folder) throws SQLException {
        SQLiteDataSource file = new SQLiteDataSource();
        file.setUrl("jdbc:sqlite:" + folder.resolve("surveys.db"));
        assertSumsEqualCounting(file, Dialect.SQLITE);
    }

    private void assertSumsEqualCounting(DataSource database, Dialect dialect) throws SQLException {
        try (JdbcDocuments store = new JdbcDocuments(database, dialect, () -> {}).withTables(dialect)) {
            Surveys surveys = Surveys.builder(survey).store(store).build();
            for (int i = 1; i <= ACTIONS; i++) {
                doSomething(surveys);
                if (i % 100 == 0) {
                    assertThat(surveys.results().summary()).isEqualTo(counted(store));
                }
            }
            Summary summary = surveys.results().summary();
            assertThat(summary.languages()).containsKeys("en", "fr");
            assertThat(summary.questions().get("weight").all().mean()).isPresent();
            assertThat(summary.respondents()).isGreaterThan(PEOPLE / 2);

            removeTallies(database);
            assertThat(surveys.results().summary()).as("after an upgrade").isEqualTo(summary);
            doSomething(surveys);
            assertThat(surveys.results().summary()).isEqualTo(counted(store));
        }
    }

    private void doSomething(Surveys surveys) {
        String person = "+1500555" + (1000 + random.nextInt(PEOPLE));
        switch (random.nextInt(40)) {
            case 0 -> surveys.forget(Address.of(person));
            case 1 -> surveys.restart(Address.of(person), EarlierAnswers.KEEP);
            case 2 -> surveys.restart(Address.of(person), EarlierAnswers.ERASE);
            case 3 -> text(surveys, person, "STOP");
            case 4 -> text(surveys, person, "START");
            case 5 -> text(surveys, person, "skip");
            default -> text(surveys, person, answer());
        }
    }

    private String answer() {
        return List.of("1", "2", "5", "10", "-4.25", "999999.75", "Français", "English", "because")
                .get(random.nextInt(9));
    }

    private void text(Surveys surveys, String person, String body) {
        WebhookHandler texts = surveys.textWebhook();
        WebhookRequest request = WebhookRequest.post("https://hooks.example.com/sms")
                .withForm("MessageSid", "SM" + messages++, "From", person, "To", "+15005550100", "Body", body);
        assertThat(texts.handle(request).status()).isEqualTo(200);
    }

    private Summary counted(DocumentStore store) {
        return Results.in(new WithoutTallies(store), survey, any -> survey).summary();
    }

    /** Restores the state that the previous release left behind. */
    private static void removeTallies(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM parlance_tally");
            statement.execute("UPDATE parlance_document SET tally = NULL, tally_version = 0, touched_at = NULL");
        }
    }

    private record WithoutTallies(DocumentStore store) implements DocumentStore {
        @Override
        public Optional<Document> load(Key key) {
            return store.load(key);
        }

        @Override
        public boolean save(Document document) {
            return store.save(document);
        }

        @Override
        public List<Document> due(String shelf, Instant now, int limit) {
            return store.due(shelf, now, limit);
        }

        @Override
        public List<Document> page(String shelf, String afterId, int limit) {
            return store.page(shelf, afterId, limit);
        }

        @Override
        public int forget(String owner) {
            return store.forget(owner);
        }
    }
}
