package dev.parlance.survey.jdbc;

import dev.parlance.survey.store.Changes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds changes by the time at which a document was saved, by the database's clock. A save is visible only once it is committed,
 * which can be a while after that time, so that the last moments are always read again. Deletions are only counted: what remains of
 * a forgotten person must not name them.
 */
final class JdbcChanges implements Changes {
    /** Longer than any statement can take, see {@code socketTimeout}. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    // The order makes SQLite use the index of times.
    static final String SAVED =
            "shelf = ? AND saved_at >= ? AND (saved_at > ? OR id > ?)" + " ORDER BY shelf, saved_at, id LIMIT ?";
    private static final String IDS = "SELECT id FROM parlance_document WHERE shelf = ? AND id > ? ORDER BY id LIMIT ?";

    private final Database database;
    private final Dialect dialect;
    private final JdbcTallies tallies;

    /**
     * After the documents that were saved up to a time, and those of this time up to an id.
     *
     * @param begin the time from which the next series of calls must read
     */
    private record Mark(long time, String id, long begin, long deletions) {
        static Mark of(String text) {
            String[] parts = text.split("/", 4);
            return new Mark(Long.parseLong(parts[0]), parts[3], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        }

        String text() {
            return time + "/" + begin + "/" + deletions + "/" + id;
        }
    }

    JdbcChanges(Database database, Dialect dialect, JdbcTallies tallies) {
        this.database = database;
        this.dialect = dialect;
        this.tallies = tallies;
    }

    @Override
    public String mark(String shelf) {
        return now(shelf).text();
    }

    private Mark now(String shelf) {
        long deletions = tallies.deletions(shelf);
        return database.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT " + dialect.now());
                    ResultSet row = statement.executeQuery()) {
                row.next();
                long begin = row.getLong(1) - OVERLAP.toMillis();
                return new Mark(begin, "", begin, deletions);
            }
        });
    }

    @Override
    public Batch since(String shelf, String mark, int limit) {
        Mark last = Mark.of(mark);
        Mark now = now(shelf);
        // The first of a series of calls sets from where the next series reads. The clock can have been set back.
        boolean isFirst = last.id().isEmpty();
        Mark from = isFirst ? new Mark(Math.min(last.time(), now.time()), "", now.begin(), last.deletions()) : last;
        return database.run(connection -> since(connection, shelf, from, now.deletions(), limit));
    }

    private static Batch since(Connection connection, String shelf, Mark from, long deletions, int limit)
            throws SQLException {
        String sql = "SELECT id, version, saved_at FROM parlance_document WHERE " + SAVED;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, shelf);
            statement.setLong(2, from.time());
            statement.setLong(3, from.time());
            statement.setString(4, from.id());
            statement.setInt(5, limit);
            Map<String, Long> versions = new LinkedHashMap<>();
            Mark next = new Mark(from.begin(), "", from.begin(), deletions);
            int count = 0;
            try (ResultSet rows = statement.executeQuery()) {
                for (; rows.next(); count++) {
                    versions.put(rows.getString(1), rows.getLong(2));
                    if (count == limit - 1) {
                        next = new Mark(rows.getLong(3), rows.getString(1), from.begin(), deletions);
                    }
                }
            }
            return new Batch(versions, deletions != from.deletions(), count == limit, next.text());
        }
    }

    @Override
    public List<String> ids(String shelf, String afterId, int limit) {
        return database.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(IDS)) {
                statement.setString(1, shelf);
                statement.setString(2, afterId);
                statement.setInt(3, limit);
                List<String> ids = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        ids.add(rows.getString(1));
                    }
                }
                return ids;
            }
        });
    }
}
