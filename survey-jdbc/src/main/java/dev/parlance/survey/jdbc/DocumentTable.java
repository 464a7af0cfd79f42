package dev.parlance.survey.jdbc;

import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.Tally;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The table of documents. A row has the tally included in the sums, and the document version that this tally belongs to. The two
 * versions differ after a node running a release without tallies has changed the document.
 */
final class DocumentTable {
    private static final String COLUMNS = "shelf, id, version, owner, wake_at, json, touched_at, tally, tally_version";
    /** The database's clock, which all nodes share, takes the place of the word. */
    private static final String NOW = "NOW";

    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, " + NOW + ")";
    private static final int COLUMN_COUNT = 9;
    private static final String CREATE = "INSERT INTO parlance_document"
            + " (version, owner, wake_at, json, touched_at, tally, tally_version, shelf, id, saved_at)"
            + " VALUES " + ROW + " ON CONFLICT DO NOTHING";
    // Compares the tally too, because a document that was forgotten and created again can have the same version.
    private static final String REPLACE = "UPDATE parlance_document"
            + " SET version = ?, owner = ?, wake_at = ?, json = ?, touched_at = ?, tally = ?, tally_version = ?,"
            + " saved_at = " + NOW
            + " WHERE shelf = ? AND id = ? AND version = ? AND COALESCE(tally, '') = ?";

    private DocumentTable() {}

    /** Sets the parameters of a query. */
    interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    /** Finds documents; the query is everything after WHERE. */
    static List<Document> find(Connection connection, String query, Parameters parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select(query))) {
            parameters.set(statement);
            List<Document> documents = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    documents.add(document(rows));
                }
            }
            return documents;
        }
    }

    private static String select(String query) {
        return "SELECT " + COLUMNS + " FROM parlance_document WHERE " + query;
    }

    /** Finds documents by primary key, in one statement. */
    static List<Document> find(Connection connection, List<Key> keys) throws SQLException {
        String byKey = "shelf = ? AND id = ?";
        String others = (" UNION ALL " + select(byKey)).repeat(keys.size() - 1);
        return find(connection, byKey + others, statement -> {
            for (int i = 0; i < keys.size(); i++) {
                statement.setString(2 * i + 1, keys.get(i).collection());
                statement.setString(2 * i + 2, keys.get(i).id());
            }
        });
    }

    static boolean save(Connection connection, Document document, Dialect dialect) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sqlToSave(document, dialect))) {
            set(statement, document);
            return statement.executeUpdate() == 1;
        }
    }

    static String sqlToSave(Document document, Dialect dialect) {
        return withNow(document.version() == 0 ? CREATE : REPLACE, dialect);
    }

    private static String withNow(String sql, Dialect dialect) {
        return sql.replace(NOW, dialect.now());
    }

    /** Creates new documents in one statement; returns those that exist already. */
    static List<Document> create(Connection connection, List<Document> documents, Dialect dialect) throws SQLException {
        String sql = CREATE.replace(ROW, ROW + (", " + ROW).repeat(documents.size() - 1)) + " RETURNING shelf, id";
        try (PreparedStatement statement = connection.prepareStatement(withNow(sql, dialect))) {
            for (int i = 0; i < documents.size(); i++) {
                setColumns(statement, i * COLUMN_COUNT, documents.get(i));
            }
            Set<Key> created = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    created.add(new Key(rows.getString(1), rows.getString(2)));
                }
            }
            // Of two documents with the same key, the first one is created.
            return documents.stream()
                    .filter(document -> !created.remove(document.key()))
                    .toList();
        }
    }

    /** Sets the parameters of the statement that saves a document. Returns the index of the next parameter. */
    static int set(PreparedStatement statement, Document document) throws SQLException {
        setColumns(statement, 0, document);
        if (document.version() == 0) {
            return 10;
        }
        statement.setLong(10, document.version());
        statement.setString(11, document.countedTally().toText());
        return 12;
    }

    private static void setColumns(PreparedStatement statement, int offset, Document document) throws SQLException {
        Document saved = document.saved();
        statement.setLong(offset + 1, saved.version());
        statement.setString(offset + 2, saved.owner());
        setTime(statement, offset + 3, saved.wakeAt());
        statement.setString(offset + 4, saved.json());
        setTime(statement, offset + 5, saved.lastChangedAt());
        statement.setString(offset + 6, saved.countedTally().toText());
        statement.setLong(offset + 7, saved.tally().isPresent() ? saved.version() : 0);
        statement.setString(offset + 8, saved.key().collection());
        statement.setString(offset + 9, saved.key().id());
    }

    static void setTime(PreparedStatement statement, int parameter, Optional<Instant> time) throws SQLException {
        if (time.isPresent()) {
            statement.setLong(parameter, time.get().toEpochMilli());
        } else {
            statement.setNull(parameter, Types.BIGINT);
        }
    }

    private static Document document(ResultSet row) throws SQLException {
        Key key = new Key(row.getString(1), row.getString(2));
        long version = row.getLong(3);
        return Document.stored(key, version, row.getString(4), time(row, 5), row.getString(6))
                .withLastChangedAt(time(row, 7))
                .withCountedTally(tally(row, 8), row.getLong(9) == version);
    }

    private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        long time = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(time));
    }

    static Tally tally(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? Tally.NONE : Tally.parse(text);
    }
}
