package dev.parlance.survey.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A real PostgreSQL server, its programs from Maven Central, started once for all tests of a JVM. */
final class Postgres {
    private static final EmbeddedPostgres SERVER = start();

    private Postgres() {}

    static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    static String url() {
        return SERVER.getJdbcUrl("postgres", "postgres");
    }

    static JdbcSessions open() {
        return JdbcSessions.postgres(url(), "postgres", "postgres");
    }
}
