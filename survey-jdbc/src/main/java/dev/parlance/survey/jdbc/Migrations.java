package dev.parlance.survey.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Updates the tables by running numbered files in order, which Flyway or Liquibase can run instead. Each file ends by recording
 * its number. In PostgreSQL, each statement has no effect the second time, so several nodes can run them at once, and the next
 * start completes an interrupted update.
 */
final class Migrations {
    /** Released files never change; new ones are added at the end. */
    private static final List<String> FILES =
            List.of("V1__documents.sql", "V2__tallies.sql", "V3__views.sql", "V4__changes.sql");

    private Migrations() {}

    /** Runs a statement, either on its own or within a transaction. */
    interface Runner {
        int run(Database.Work<Integer> statement) throws SQLException;
    }

    static void run(Runner runner, Dialect dialect) throws SQLException {
        runner.run(change("CREATE TABLE IF NOT EXISTS parlance_migration (number INTEGER PRIMARY KEY)"));
        for (int number = runner.run(Migrations::applied) + 1; number <= FILES.size(); number++) {
            for (String sql : statements(dialect.migrations() + FILES.get(number - 1))) {
                runner.run(change(sql));
            }
        }
    }

    private static Database.Work<Integer> change(String sql) {
        return connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        };
    }

    private static int applied(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COALESCE(MAX(number), 0) FROM parlance_migration")) {
            rows.next();
            int applied = rows.getInt(1);
            if (applied > FILES.size()) {
                throw new SQLException("the tables have version " + applied + ", but this library knows versions up to "
                        + FILES.size());
            }
            return applied;
        }
    }

    /** Checks that all files have been run, without changing anything. */
    static void mustBeComplete(Connection connection, Dialect dialect) throws SQLException {
        int applied = applied(connection);
        if (applied < FILES.size()) {
            throw new SQLException("the tables have version " + applied + ", but this library needs version "
                    + FILES.size()
                    + ". Run its files " + FILES.subList(applied, FILES.size()) + " from " + dialect.migrations()
                    + ", or let the application create them with JdbcDocuments.sqlite(…) or JdbcDocuments.postgres(…)");
        }
    }

    private static List<String> statements(String file) {
        try (InputStream in = Objects.requireNonNull(Migrations.class.getResourceAsStream(file))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split(";\\s*\\n", -1))
                    .filter(sql -> !sql.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("A file of this library can't be read", e);
        }
    }
}
