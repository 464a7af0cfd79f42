package dev.parlance.survey.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.parlance.settings.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

/** A real PostgreSQL server with binaries from Maven Central, shared by the tests of a JVM or separate. */
final class Postgres {
    private static final class Shared {
        static final EmbeddedPostgres SERVER = start();
    }

    private Postgres() {}

    static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    static String url() {
        return Shared.SERVER.getJdbcUrl("postgres", "postgres");
    }

    static DataSource database() {
        return Shared.SERVER.getPostgresDatabase();
    }

    /** Creates a new database on the shared server. */
    static DataSource newDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be created", e);
        }
        return Shared.SERVER.getDatabase("postgres", name);
    }

    /** Keeps connections, because a new one starts a process in the server. */
    static HikariDataSource pooled(DataSource database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database);
        pool.setMinimumIdle(0);
        return pool;
    }

    static JdbcDocuments open(String url) {
        return JdbcDocuments.postgres(url, "postgres", Secret.of("postgres"));
    }

    static JdbcDocuments open() {
        return open(url());
    }
}
