package dev.parlance.survey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.parlance.survey.contract.TalliesContract;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.StoreException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Runs the contract on a PostgreSQL that rejects every third statement, like a database that checks for conflicts at commit. */
class CollisionsTest extends TalliesContract {
    private static final HikariDataSource DATABASE = Postgres.pooled(Postgres.database());

    @AfterAll
    static void stop() {
        DATABASE.close();
    }

    @Override
    protected DocumentStore open() {
        return JdbcDocuments.postgres(rejectingEveryThird(DATABASE));
    }

    private static DataSource rejectingEveryThird(DataSource real) {
        AtomicInteger statements = new AtomicInteger();
        return WatchedDataSource.of(real, request -> {
            if (request.startsWith("execute") && statements.incrementAndGet() % 3 == 0) {
                throw new SQLException("could not serialize access", "40001");
            }
        });
    }

    private static JdbcDocuments failing(SQLException failure, AtomicInteger attempts) {
        JdbcDocuments.postgres(Postgres.database()).close();
        AtomicInteger afterOpening = new AtomicInteger(-2);
        return JdbcDocuments.postgres(WatchedDataSource.of(Postgres.database(), request -> {
            if (request.startsWith("execute") && afterOpening.incrementAndGet() > 0) {
                attempts.incrementAndGet();
                throw failure;
            }
        }));
    }

    private static Document document() {
        return Document.create(new Key("shelf", "id"), "", Optional.empty(), "{}");
    }

    @Test
    void tables_are_created_although_statements_collide() {
        try (DocumentStore store = JdbcDocuments.postgres(rejectingEveryThird(Postgres.newDatabase()))) {
            assertThat(store.save(document())).isTrue();
        }
    }

    @Test
    void a_collision_is_recognized_as_a_cause_or_next_exception() {
        SQLException wrapped = new SQLException("wrapped", new SQLException("deadlock", "40P01"));
        SQLException chained = new SQLException("batch", "25P02");
        chained.setNextException(new SQLException("serialize", "40001"));

        assertThat(Database.isCollision(wrapped)).isTrue();
        assertThat(Database.isCollision(chained)).isTrue();
    }

    @Test
    void endless_collisions_are_reported() {
        AtomicInteger attempts = new AtomicInteger();
        try (DocumentStore store = failing(new SQLException("could not serialize access", "40001"), attempts)) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> store.save(document()))
                    .withMessage("A statement collided with others in all 20 attempts: could not serialize access");
        }
        assertThat(attempts).hasValue(20);
    }

    @Test
    void no_other_failure_is_retried() {
        AtomicInteger attempts = new AtomicInteger();
        try (DocumentStore store = failing(new SQLException("connection lost", "08006"), attempts)) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> store.save(document()))
                    .withMessage("The database request failed: connection lost");
        }
        assertThat(attempts).hasValue(1);
    }
}
