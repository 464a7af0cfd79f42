package dev.parlance.survey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.analysis.AnalysisProgress;
import dev.parlance.survey.analysis.ResultFilter;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Analyses follow what another node saves and deletes in the same database. */
class AnalysisInDatabaseTest {
    @Test
    void analyses_follow_other_nodes_in_sqlite(@TempDir Path folder) {
        Path file = folder.resolve("surveys.db");
        follow(JdbcDocuments.sqlite(file), JdbcDocuments.sqlite(file));
    }

    @Test
    void analyses_follow_other_nodes_in_postgresql() {
        var database = Postgres.newDatabase();
        follow(JdbcDocuments.postgres(database), JdbcDocuments.postgres(database));
    }

    private static void follow(DocumentStore one, DocumentStore other) {
        try (one;
                other) {
            Surveys reader = Surveys.builder(Node.survey()).store(one).build();
            Surveys writer = Surveys.builder(Node.survey()).store(other).build();
            WebhookHandler texts = writer.textWebhook();
            text(texts, "+15005550001", 1, "hello");
            assertPeople(reader, 1, 0);

            text(texts, "+15005550001", 2, "the first answer");
            text(texts, "+15005550002", 1, "hello");
            assertPeople(reader, 2, 1);
            assertThat(reader.results().prepareAnalysis()).isEqualTo(new AnalysisProgress(2, OptionalLong.of(2), true));

            writer.forget(Address.of("+15005550001"));
            assertPeople(reader, 1, 0);

            text(texts, "+15005550001", 3, "hello again");
            text(texts, "+15005550001", 4, "another answer");
            assertPeople(reader, 2, 1);
            reader.close();
            writer.close();
        }
    }

    private static void assertPeople(Surveys surveys, int invited, int started) {
        var people = surveys.results()
                .analysis(ResultFilter.ALL, ZoneOffset.UTC)
                .overview()
                .people();
        assertThat(people.invited()).isEqualTo(invited);
        assertThat(people.started()).isEqualTo(started);
    }

    private static void text(WebhookHandler texts, String person, int number, String body) {
        texts.handle(WebhookRequest.post("https://hooks.example.com/sms")
                .withForm("MessageSid", "SM" + person + number, "From", person, "To", "+15005550100", "Body", body));
    }
}
