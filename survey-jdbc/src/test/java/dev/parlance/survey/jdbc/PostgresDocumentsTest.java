package dev.parlance.survey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.survey.contract.TalliesContract;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PostgresDocumentsTest extends TalliesContract {
    @Override
    protected DocumentStore open() {
        return Postgres.open();
    }

    @Test
    void many_that_open_a_new_database_at_once_make_its_tables_once() {
        DataSource database = Postgres.newDatabase();

        IntStream.range(0, 4)
                .parallel()
                .forEach(i -> JdbcDocuments.postgres(database).close());

        try (JdbcDocuments store = JdbcDocuments.postgres(database)) {
            assertThat(store.save(Document.create(new Key("shelf", "id"), "", Optional.empty(), "x")))
                    .isTrue();
        }
    }
}
