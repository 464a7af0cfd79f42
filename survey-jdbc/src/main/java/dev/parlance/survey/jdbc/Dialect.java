package dev.parlance.survey.jdbc;

import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.Tally;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;

/** The differences between databases: migrations, and how to save a document together with its difference in the sums. */
enum Dialect {
    /** Each transaction acquires the database's only lock at its start, because of {@code transaction_mode}. */
    SQLITE {
        @Override
        void migrate(Database database) {
            database.inTransaction(connection -> {
                Migrations.run(statement -> statement.on(connection), this);
                return true;
            });
        }

        // SQLite has no IF NOT EXISTS for columns; its lock keeps other processes from adding one at the same time.
        @Override
        String migrations() {
            return "/db/parlance/sqlite/";
        }

        @Override
        String now() {
            return "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)";
        }

        @Override
        boolean save(Database database, Document document, Tally difference) {
            return database.inTransaction(connection -> {
                boolean isSaved = DocumentTable.save(connection, document, this);
                if (isSaved) {
                    TallyTable.add(connection, document.key().collection(), difference);
                }
                return isSaved;
            });
        }
    },

    /** One statement saves the document and the difference, so that a turn costs one round trip. */
    POSTGRESQL {
        @Override
        void migrate(Database database) throws SQLException {
            // If two nodes create a table at the same time, one of them gets one of these errors: for the row in the
            // catalog, the table, or the row type. The next attempt finds the table.
            Set<String> createdByAnother = Set.of("23505", "42P07", "42710");
            Migrations.run(
                    statement -> database.run(
                            statement, e -> Database.isCollision(e) || Database.hasState(e, createdByAnother)),
                    this);
        }

        @Override
        String migrations() {
            return "/db/parlance/postgresql/";
        }

        @Override
        String now() {
            return "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";
        }

        @Override
        boolean save(Database database, Document document, Tally difference) {
            String sql = "WITH saved AS (" + DocumentTable.sqlToSave(document, this) + " RETURNING shelf)"
                    + " INSERT INTO parlance_tally (shelf, id, amounts) SELECT shelf, ?, ? FROM saved";
            return database.run(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    int next = DocumentTable.set(statement, document);
                    statement.setString(next, TallyTable.newId());
                    statement.setString(next + 1, difference.toText());
                    return statement.executeUpdate() == 1;
                }
            });
        }
    };

    /** Updates the tables; several nodes can do so at once. */
    abstract void migrate(Database database) throws SQLException;

    /** The folder of the files that create the tables. */
    abstract String migrations();

    /** The database's time in milliseconds. */
    abstract String now();

    /** Saves a document and, if that succeeds, adds the difference to the sums. */
    abstract boolean save(Database database, Document document, Tally difference);
}
