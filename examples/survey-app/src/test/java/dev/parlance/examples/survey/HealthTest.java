package dev.parlance.examples.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.survey.jdbc.JdbcDocuments;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.StoreException;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {
    @TempDir
    private Path database;

    @Test
    void the_status_is_down_if_the_store_does_not_answer() {
        DocumentStore store = JdbcDocuments.sqlite(database.resolve("survey.db"));
        store.close();

        WebhookResponse response = health(store);

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.bodyText()).contains("down");
    }

    @Test
    void the_status_is_down_if_the_database_file_was_deleted() throws IOException {
        database = database.resolve("survey.db");
        try (DocumentStore store = JdbcDocuments.sqlite(database)) {
            assertThat(health(store).status()).isEqualTo(200);

            Files.delete(database);

            assertThat(health(store).status()).isEqualTo(503);
        }
    }

    @Test
    void the_status_is_down_if_the_store_is_not_writable() {
        WebhookResponse response = health(new FullDisk());

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.bodyText()).isEqualTo("{\"status\":\"down\",\"why\":\"the store cannot be written\"}");
    }

    @Test
    void the_status_stays_up_on_repeated_requests() {
        DocumentStore store = DocumentStore.inMemory();

        for (int i = 0; i < 3; i++) {
            assertThat(health(store).bodyText()).isEqualTo("{\"status\":\"up\"}");
        }
    }

    private WebhookResponse health(DocumentStore store) {
        return new Health(store, database, Clock.systemUTC()).respond(WebhookRequest.get("http://localhost/health"));
    }

    private static final class FullDisk implements DocumentStore {
        private final DocumentStore documents = DocumentStore.inMemory();

        @Override
        public Optional<Document> load(Key key) {
            return documents.load(key);
        }

        @Override
        public boolean save(Document document) {
            throw new StoreException("/data/survey.db", new IOException("no space left (simulated)"));
        }

        @Override
        public List<Document> due(String shelf, Instant now, int limit) {
            return documents.due(shelf, now, limit);
        }

        @Override
        public List<Document> page(String shelf, String afterId, int limit) {
            return documents.page(shelf, afterId, limit);
        }

        @Override
        public int forget(String owner) {
            return documents.forget(owner);
        }
    }
}
