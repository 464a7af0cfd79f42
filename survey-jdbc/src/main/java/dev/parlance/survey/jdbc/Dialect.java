package dev.parlance.survey.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The one thing that the databases do differently: how a migration keeps others from beginning the same. */
enum Dialect {
    /** Every transaction takes the one lock there is when it begins, by {@code transaction_mode}. */
    SQLITE {
        @Override
        void lock(Connection connection) throws SQLException {
            execute(connection, "CREATE TABLE IF NOT EXISTS parlance_migration (number INTEGER PRIMARY KEY)");
        }
    },
    /** A lock that is let go at the end of the transaction. */
    POSTGRESQL {
        @Override
        void lock(Connection connection) throws SQLException {
            execute(connection, "SELECT pg_advisory_xact_lock(5021100)");
            execute(connection, "CREATE TABLE IF NOT EXISTS parlance_migration (number INTEGER PRIMARY KEY)");
        }
    };

    /** Waits until nobody else migrates; others wait until the transaction ends. */
    abstract void lock(Connection connection) throws SQLException;

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
