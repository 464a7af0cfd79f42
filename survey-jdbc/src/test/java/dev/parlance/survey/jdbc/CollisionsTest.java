package dev.parlance.survey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.survey.contract.TalliesContract;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.StoreException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The contract on a PostgreSQL that refuses every third statement, as a database does that checks for collisions at the end. */
class CollisionsTest extends TalliesContract {
    @Override
    protected DocumentStore open() {
        return JdbcDocuments.postgres(refusingEveryThird(Postgres.database()));
    }

    private static DataSource refusingEveryThird(DataSource real) {
        AtomicInteger statements = new AtomicInteger();
        return Watched.of(real, request -> {
            if (request.startsWith("execute") && statements.incrementAndGet() % 3 == 0) {
                throw new SQLException("could not serialize access", "40001");
            }
        });
    }

    private static JdbcDocuments failing(SQLException failure, AtomicInteger tries) {
        JdbcDocuments.postgres(Postgres.database()).close();
        AtomicInteger afterOpening = new AtomicInteger(-2);
        return JdbcDocuments.postgres(Watched.of(Postgres.database(), request -> {
            if (request.startsWith("execute") && afterOpening.incrementAndGet() > 0) {
                tries.incrementAndGet();
                throw failure;
            }
        }));
    }

    private static Document document() {
        return Document.create(new Key("shelf", "id"), "", Optional.empty(), "{}");
    }

    @Test
    void tables_are_made_although_statements_collide() {
        try (DocumentStore store = JdbcDocuments.postgres(refusingEveryThird(Postgres.newDatabase()))) {
            assertThat(store.save(document())).isTrue();
        }
    }

    @Test
    void a_collision_that_is_only_a_cause_or_the_next_in_a_chain_is_one() {
        SQLException wrapped = new SQLException("wrapped", new SQLException("deadlock", "40P01"));
        SQLException chained = new SQLException("batch", "25P02");
        chained.setNextException(new SQLException("serialize", "40001"));

        assertThat(Database.isCollision(wrapped)).isTrue();
        assertThat(Database.isCollision(chained)).isTrue();
    }

    @Test
    void collisions_without_an_end_are_reported() {
        AtomicInteger tries = new AtomicInteger();
        try (DocumentStore store = failing(new SQLException("could not serialize access", "40001"), tries)) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> store.save(document()))
                    .withMessage("A statement collided with others each of 20 times: could not serialize access");
        }
        assertThat(tries).hasValue(20);
    }

    @Test
    void no_other_failure_is_tried_again() {
        AtomicInteger tries = new AtomicInteger();
        try (DocumentStore store = failing(new SQLException("connection lost", "08006"), tries)) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> store.save(document()))
                    .withMessage("The database did not answer: connection lost");
        }
        assertThat(tries).hasValue(1);
    }
}
