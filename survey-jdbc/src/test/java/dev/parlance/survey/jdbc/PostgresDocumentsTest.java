package dev.parlance.survey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.settings.Secret;
import dev.parlance.survey.contract.TalliesContract;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.StoreException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PostgresDocumentsTest extends TalliesContract {
    @Override
    protected DocumentStore open() {
        return Postgres.open();
    }

    @Test
    void a_database_that_cannot_be_opened_is_reported_with_the_reason_and_without_the_password() {
        String url = Postgres.url().replaceFirst("\\?.*", "?password=a-secret");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> JdbcDocuments.postgres(url, "nobody", Secret.of("another secret")))
                .withMessageContaining("can't be opened: FATAL: role \"nobody\" does not exist")
                .withMessageNotContaining("secret");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> JdbcDocuments.postgres("jdbc:unknown:db?password=a-secret", "me", Secret.of("x")))
                .withMessageContaining("jdbc:unknown:db can't be opened: ")
                .withMessageNotContaining("secret");
    }

    /** Repeated, because the failure when two nodes create the same table depends on microseconds. */
    @RepeatedTest(10)
    void nodes_that_open_a_new_database_at_once_create_its_tables_once() throws Exception {
        DataSource database = Postgres.newDatabase();
        int nodes = 12;
        CyclicBarrier start = new CyclicBarrier(nodes);
        ExecutorService threads = Executors.newFixedThreadPool(nodes);

        List<Future<?>> opened = IntStream.range(0, nodes)
                .<Future<?>>mapToObj(i -> threads.submit(() -> {
                    start.await();
                    JdbcDocuments.postgres(database).close();
                    return null;
                }))
                .toList();
        threads.shutdown();

        for (Future<?> future : opened) {
            future.get();
        }
        try (JdbcDocuments store = JdbcDocuments.postgres(database)) {
            assertThat(store.save(Document.create(new Key("shelf", "id"), "", Optional.empty(), "x")))
                    .isTrue();
        }
    }
}
