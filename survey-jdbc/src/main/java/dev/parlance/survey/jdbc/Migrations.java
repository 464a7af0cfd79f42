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
import javax.sql.DataSource;

/** Brings the table up to date: numbered files, each applied once, all of them or none. */
final class Migrations {
    /** In order; what was released is never changed, only added to. */
    private static final List<String> FILES = List.of("1-documents.sql");

    private Migrations() {}

    static void run(DataSource database, Dialect dialect) throws SQLException {
        try (Connection connection = database.getConnection()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                dialect.lock(connection);
                for (int i = applied(connection); i < FILES.size(); i++) {
                    apply(connection, i + 1, FILES.get(i));
                }
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(before);
            }
        }
    }

    private static int applied(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COALESCE(MAX(number), 0) FROM parlance_migration")) {
            rows.next();
            int applied = rows.getInt(1);
            if (applied > FILES.size()) {
                throw new SQLException(
                        "the table is of version " + applied + ", newer than this library knows: " + FILES.size());
            }
            return applied;
        }
    }

    private static void apply(Connection connection, int number, String file) throws SQLException {
        for (String sql : read(file).split(";\\s*\\n", -1)) {
            if (!sql.isBlank()) {
                Dialect.execute(connection, sql);
            }
        }
        Dialect.execute(connection, "INSERT INTO parlance_migration (number) VALUES (" + number + ")");
    }

    private static String read(String file) {
        try (InputStream in = Objects.requireNonNull(Migrations.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a file of this library cannot be read", e);
        }
    }
}
