package dev.parlance.survey.jdbc;

import dev.parlance.survey.store.Tally;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/**
 * The table of sums. Each save adds a row with its difference, because writers would wait for each other if they all updated one
 * row. The sum of a shelf is the sum of its rows; from time to time, rows are merged into one.
 */
final class TallyTable {
    private static final String ADD = "INSERT INTO parlance_tally (shelf, id, amounts) VALUES (?, ?, ?)";
    private static final String ALL = "SELECT amounts FROM parlance_tally WHERE shelf = ? LIMIT ?";
    private static final String TAKE = "DELETE FROM parlance_tally WHERE shelf = ? AND id IN"
            + " (SELECT id FROM parlance_tally WHERE shelf = ? ORDER BY id LIMIT ?) RETURNING amounts";

    private TallyTable() {}

    /** The number of rows and their sum. */
    record Rows(int count, Tally sum) {}

    static String newId() {
        return UUID.randomUUID().toString();
    }

    static void add(Connection connection, String shelf, Tally difference) throws SQLException {
        addAll(connection, Map.of(shelf, new Tally.Builder().add(difference)));
    }

    /** Adds the differences of several shelves. */
    static void addAll(Connection connection, Map<String, Tally.Builder> differences) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            boolean isEmpty = true;
            for (Map.Entry<String, Tally.Builder> each : differences.entrySet()) {
                Tally difference = each.getValue().build();
                if (!difference.isEmpty()) {
                    statement.setString(1, each.getKey());
                    statement.setString(2, newId());
                    statement.setString(3, difference.toText());
                    statement.addBatch();
                    isEmpty = false;
                }
            }
            if (!isEmpty) {
                statement.executeBatch();
            }
        }
    }

    /** The sum of a shelf's rows, up to a limit. */
    static Rows sum(Connection connection, String shelf, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ALL)) {
            statement.setString(1, shelf);
            statement.setInt(2, most);
            return sum(statement);
        }
    }

    /** Merges a shelf's rows into one, up to a limit. Rows that another node is merging at the same time are skipped. */
    static Rows merge(Connection connection, String shelf, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setString(1, shelf);
            statement.setString(2, shelf);
            statement.setInt(3, most);
            Rows taken = sum(statement);
            add(connection, shelf, taken.sum());
            return taken;
        }
    }

    private static Rows sum(PreparedStatement statement) throws SQLException {
        Tally.Builder sum = new Tally.Builder();
        int count = 0;
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                sum.add(DocumentTable.tally(rows, 1));
                count++;
            }
        }
        return new Rows(count, sum.build());
    }
}
