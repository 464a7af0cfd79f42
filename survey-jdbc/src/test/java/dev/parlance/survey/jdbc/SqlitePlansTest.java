package dev.parlance.survey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite plans queries by statistics; a bad plan shows only with many rows. */
class SqlitePlansTest {
    @TempDir
    Path folder;

    @Test
    void queries_for_results_use_their_indexes_whatever_the_statistics() throws Exception {
        Path file = folder.resolve("surveys.db");
        JdbcDocuments.sqlite(file).close();

        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO parlance_document (shelf, id, version, owner, json)"
                    + " WITH RECURSIVE number(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 10000)"
                    + " SELECT 'shelf', i, 1, '', '{}' FROM number");
            statement.executeUpdate("ANALYZE");

            assertThat(plan(statement, JdbcTallies.OUTDATED)).contains("parlance_document_outdated");
            assertThat(plan(statement, JdbcTallies.NEWEST)).contains("parlance_document_touched");
            assertThat(plan(statement, JdbcChanges.SAVED)).contains("parlance_document_saved");
        }
    }

    private static String plan(Statement statement, String condition) throws SQLException {
        String query = "SELECT json FROM parlance_document WHERE " + condition;
        try (ResultSet plan = statement.executeQuery("EXPLAIN QUERY PLAN " + query)) {
            plan.next();
            return plan.getString("detail");
        }
    }
}
