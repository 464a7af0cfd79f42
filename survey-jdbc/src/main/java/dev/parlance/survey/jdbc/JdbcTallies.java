package dev.parlance.survey.jdbc;

import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.Tallies;
import dev.parlance.survey.store.Tally;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Stores sums in a separate table that is updated in the transaction that saves the document. */
final class JdbcTallies implements Tallies {
    private static final int SAVES_BETWEEN_MERGES = 500;
    private static final int MANY_ROWS = 1_000;
    private static final int MOST_ROWS = 10_000;
    private static final int MOST_CREATED = 500;

    // The order makes SQLite use the index of outdated rows; otherwise its statistics may lead it to scan the table.
    static final String OUTDATED = "shelf = ? AND tally_version <> version ORDER BY tally_version LIMIT ?";
    static final String NEWEST = "shelf = ? AND touched_at IS NOT NULL ORDER BY shelf DESC, touched_at DESC LIMIT ?";
    private static final String UPDATE =
            "UPDATE parlance_document SET tally = ?, tally_version = version, touched_at = ?"
                    + " WHERE shelf = ? AND id = ? AND version = ? AND COALESCE(tally, '') = ?";
    private static final String FORGET =
            "DELETE FROM parlance_document WHERE owner = ? AND owner <> '' RETURNING shelf, tally";

    private static final String DELETIONS = "deletions";

    private final Database database;
    private final Dialect dialect;
    private final AtomicInteger saves = new AtomicInteger();

    JdbcTallies(Database database, Dialect dialect) {
        this.database = database;
        this.dialect = dialect;
    }

    /** Saves a document and adds the difference to the sums. */
    boolean save(Document document) {
        Tally difference = document.saved().countedTally().minus(document.countedTally());
        if (difference.isEmpty()) {
            return database.run(connection -> DocumentTable.save(connection, document, dialect));
        }
        boolean isSaved = dialect.save(database, document, difference);
        if (isSaved && saves.incrementAndGet() % SAVES_BETWEEN_MERGES == 0) {
            merge(document.key().collection());
        }
        return isSaved;
    }

    /** Saves documents, new ones in transactions of many, which is much faster; returns those that were not saved. */
    List<Document> saveAll(List<Document> documents) {
        List<Document> notSaved = new ArrayList<>();
        List<Document> fresh =
                documents.stream().filter(document -> document.version() == 0).toList();
        for (int from = 0; from < fresh.size(); from += MOST_CREATED) {
            notSaved.addAll(createAll(fresh.subList(from, Math.min(fresh.size(), from + MOST_CREATED))));
        }
        documents.stream()
                .filter(document -> document.version() > 0 && !save(document))
                .forEach(notSaved::add);
        return notSaved;
    }

    private List<Document> createAll(List<Document> documents) {
        return database.inTransaction(connection -> {
            List<Document> existing = DocumentTable.create(connection, documents, dialect);
            Map<String, Tally.Builder> differences = new TreeMap<>();
            List<Document> created = new ArrayList<>(documents);
            created.removeAll(existing);
            created.forEach(document -> addDifference(document, differences));
            TallyTable.addAll(connection, differences);
            return existing;
        });
    }

    private static void addDifference(Document document, Map<String, Tally.Builder> differences) {
        differences
                .computeIfAbsent(document.key().collection(), any -> new Tally.Builder())
                .add(document.saved().countedTally().minus(document.countedTally()));
    }

    @Override
    public Tally sum(String shelf) {
        TallyTable.Rows rows = database.run(connection -> TallyTable.sum(connection, shelf, MOST_ROWS));
        while (rows.count() == MOST_ROWS) {
            merge(shelf);
            rows = database.run(connection -> TallyTable.sum(connection, shelf, MOST_ROWS));
        }
        if (rows.count() > MANY_ROWS) {
            merge(shelf);
        }
        return rows.sum();
    }

    private void merge(String shelf) {
        database.inTransaction(connection -> TallyTable.merge(connection, shelf, MOST_ROWS));
    }

    @Override
    public List<Document> outdated(String shelf, int limit) {
        return database.run(connection -> DocumentTable.find(connection, OUTDATED, statement -> {
            statement.setString(1, shelf);
            statement.setInt(2, limit);
        }));
    }

    @Override
    public List<Document> newest(String shelf, int limit) {
        return database.run(connection -> DocumentTable.find(connection, NEWEST, statement -> {
            statement.setString(1, shelf);
            statement.setInt(2, limit);
        }));
    }

    @Override
    public void update(List<Document> documents) {
        database.inTransaction(connection -> {
            int[] changed = update(connection, documents);
            Map<String, Tally.Builder> differences = new TreeMap<>();
            for (int i = 0; i < changed.length; i++) {
                Document document = documents.get(i);
                if (changed[i] == 1) {
                    addDifference(document, differences);
                }
            }
            TallyTable.addAll(connection, differences);
            return true;
        });
    }

    private static int[] update(Connection connection, List<Document> documents) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            for (Document document : documents) {
                statement.setString(1, document.saved().countedTally().toText());
                DocumentTable.setTime(statement, 2, document.lastChangedAt());
                statement.setString(3, document.key().collection());
                statement.setString(4, document.key().id());
                statement.setLong(5, document.version());
                statement.setString(6, document.countedTally().toText());
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    /** Deletes all documents of an owner and subtracts them from the sums. Returns the number of documents. */
    int forget(String owner) {
        Map<String, Tally.Builder> differences = new TreeMap<>();
        int deleted = database.inTransaction(connection -> {
            differences.clear();
            int count = delete(connection, owner, differences);
            TallyTable.addAll(connection, differences);
            return count;
        });
        // Otherwise separate rows would still show what this person added.
        differences.keySet().forEach(this::merge);
        return deleted;
    }

    /** How many documents of a shelf were deleted. They are counted like its sums, and name nobody. */
    long deletions(String shelf) {
        return sum(deletionsOf(shelf)).amount(DELETIONS);
    }

    private static String deletionsOf(String shelf) {
        String name = DELETIONS + ":" + shelf;
        return name.substring(0, Math.min(name.length(), Key.MAX_LENGTH));
    }

    private static int delete(Connection connection, String owner, Map<String, Tally.Builder> differences)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setString(1, owner);
            int count = 0;
            try (var rows = statement.executeQuery()) {
                for (; rows.next(); count++) {
                    differences
                            .computeIfAbsent(deletionsOf(rows.getString(1)), any -> new Tally.Builder())
                            .add(DELETIONS, 1);
                    Tally tally = DocumentTable.tally(rows, 2);
                    if (!tally.isEmpty()) {
                        differences
                                .computeIfAbsent(rows.getString(1), any -> new Tally.Builder())
                                .add(Tally.NONE.minus(tally));
                    }
                }
            }
            return count;
        }
    }
}
