package dev.parlance.survey.jdbc;

import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.Tally;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;

/** What the databases do differently: migrations, and how a document is saved together with what it adds to the sums. */
enum Dialect {
    /** Every transaction takes the one lock there is when it begins, by {@code transaction_mode}. */
    SQLITE {
        @Override
        void migrate(Database database) {
            database.inTransaction(connection -> {
                Migrations.run(statement -> statement.on(connection), this);
                return true;
            });
        }

        /** SQLite can't add a column only if it is missing; the lock keeps others from adding it meanwhile. */
        @Override
        String spelled(String sql) {
            return sql.replace("ADD COLUMN IF NOT EXISTS", "ADD COLUMN");
        }

        @Override
        boolean save(Database database, Document document, Tally difference) {
            return database.inTransaction(connection -> {
                boolean isSaved = DocumentTable.save(connection, document);
                if (isSaved) {
                    TallyTable.add(connection, document.key().shelf(), difference);
                }
                return isSaved;
            });
        }
    },

    /** One statement saves both, so that a turn costs one round trip. */
    POSTGRESQL {
        @Override
        void migrate(Database database) throws SQLException {
            // A node that makes a table while another makes it gets one of these: for its row in the catalog, for the
            // table,
            // or for the type of its rows. The next try finds the table.
            Set<String> madeByAnother = Set.of("23505", "42P07", "42710");
            Migrations.run(
                    statement -> database.run(
                            statement, e -> Database.isCollision(e) || Database.hasState(e, madeByAnother)),
                    this);
        }

        @Override
        boolean save(Database database, Document document, Tally difference) {
            String sql = "WITH saved AS (" + DocumentTable.sqlToSave(document) + " RETURNING shelf)"
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

    /** Brings the tables up to date, however many nodes do so at once. */
    abstract void migrate(Database database) throws SQLException;

    /** A statement of a migration as this database spells it. */
    String spelled(String sql) {
        return sql;
    }

    /** Saves a document, and adds the difference to the sums if the document was saved. */
    abstract boolean save(Database database, Document document, Tally difference);
}
