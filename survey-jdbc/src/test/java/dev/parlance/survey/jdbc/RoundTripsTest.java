package dev.parlance.survey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.survey.Surveys;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** Counts a turn's requests to the database. */
class RoundTripsTest {
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    @Test
    void a_text_takes_one_statement_to_load_and_one_to_save_in_postgresql() {
        requestsOfOneText(Postgres.newDatabase(), Dialect.POSTGRESQL);

        assertThat(requests).containsExactly("executeQuery", "executeUpdate");
    }

    @Test
    void a_text_takes_one_statement_to_load_and_one_transaction_to_save_in_sqlite(@TempDir Path folder) {
        SQLiteDataSource file = new SQLiteDataSource();
        file.setUrl("jdbc:sqlite:" + folder.resolve("surveys.db"));

        requestsOfOneText(file, Dialect.SQLITE);

        assertThat(requests)
                .containsExactly("executeQuery", "setAutoCommit", "executeUpdate", "executeBatch", "setAutoCommit");
    }

    private void requestsOfOneText(DataSource database, Dialect dialect) {
        DataSource watched = WatchedDataSource.of(database, requests::add);
        try (JdbcDocuments store = new JdbcDocuments(watched, dialect, () -> {}).withTables(dialect)) {
            WebhookHandler texts =
                    Surveys.builder(Node.survey()).store(store).build().textWebhook();
            text(texts, 1, "hello");
            text(texts, 2, "the first answer");
            requests.clear();
            text(texts, 3, "the second answer");
        }
    }

    private static void text(WebhookHandler texts, int number, String body) {
        String reply = texts.handle(WebhookRequest.post("https://hooks.example.com/sms")
                        .withForm(
                                "MessageSid",
                                "SM" + number,
                                "From",
                                "+15005550006",
                                "To",
                                "+15005550100",
                                "Body",
                                body))
                .bodyText();
        assertThat(reply).contains("Question " + (number - 1) + "?");
    }
}
