package dev.parlance.survey.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.parlance.settings.Secret;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.StoreException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Keeps survey sessions in a database, in one table. Each save is one statement, committed when it returns.
 *
 * <pre>{@code
 * DocumentStore embedded = JdbcDocuments.sqlite(Path.of("surveys.db"));
 * DocumentStore shared = JdbcDocuments.postgres("jdbc:postgresql://db.example/surveys", "surveys", password);
 * DocumentStore yours = JdbcDocuments.postgres(dataSource);
 * }</pre>
 *
 * <p>The table is made, and brought up to date, when the store is opened, by one of all that open it at the same time.
 */
public final class JdbcDocuments implements DocumentStore {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int CONNECTIONS = 8;
    private static final String TABLE = "parlance_document";
    private static final String COLUMNS = "shelf, id, version, owner, wake_at, json";
    private static final String LOAD = "SELECT " + COLUMNS + " FROM parlance_document WHERE shelf = ? AND id = ?";
    private static final String CREATE = "INSERT INTO parlance_document (version, owner, wake_at, json, shelf, id)"
            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String REPLACE = "UPDATE parlance_document SET version = ?, owner = ?, wake_at = ?, json = ?"
            + " WHERE shelf = ? AND id = ? AND version = ?";
    private static final String DUE = "SELECT " + COLUMNS + " FROM parlance_document"
            + " WHERE shelf = ? AND wake_at IS NOT NULL AND wake_at <= ? ORDER BY wake_at LIMIT ?";
    private static final String PAGE =
            "SELECT " + COLUMNS + " FROM parlance_document WHERE shelf = ? AND id > ? ORDER BY id LIMIT ?";
    private static final String FORGET = "DELETE FROM parlance_document WHERE owner = ? AND owner <> ''";

    private final DataSource database;
    private final Runnable close;

    private JdbcDocuments(DataSource database, Dialect dialect, Runnable close) {
        this.database = database;
        this.close = close;
        try {
            Migrations.run(database, dialect);
        } catch (SQLException e) {
            close.run();
            throw new StoreException("The store's table could not be made: " + e.getMessage(), e);
        }
    }

    /** A database in one file, which is made if it is not there. For one machine; several processes may share it. */
    public static JdbcDocuments sqlite(Path file) {
        HikariConfig config = config("jdbc:sqlite:" + file);
        // A commit is on the disk before it returns; readers do not wait for the one writer, writers wait their turn.
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "FULL");
        config.addDataSourceProperty("busy_timeout", Long.toString(PATIENCE.toMillis()));
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        return open(config, Dialect.SQLITE);
    }

    /** A PostgreSQL database; its driver, {@code org.postgresql:postgresql}, has to be there. */
    public static JdbcDocuments postgres(String url, String user, Secret password) {
        HikariConfig config = config(url);
        config.setUsername(user);
        config.setPassword(password.reveal());
        config.addDataSourceProperty("socketTimeout", Long.toString(2 * PATIENCE.toSeconds()));
        return open(config, Dialect.POSTGRESQL);
    }

    /** A PostgreSQL database of which the application has the connections; they are not closed with the store. */
    public static JdbcDocuments postgres(DataSource database) {
        return new JdbcDocuments(database, Dialect.POSTGRESQL, () -> {});
    }

    /**
     * The store of an application in an SQLite file, for commands that look after it. Creates neither a file nor a table.
     *
     * @throws StoreException if there is no store
     */
    public static JdbcDocuments existing(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StoreException("There is no file " + file, new NoSuchFileException(file.toString()));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            mustHaveTable(connection);
        } catch (SQLException e) {
            throw noStore(file.toString(), e);
        }
        return sqlite(file);
    }

    /**
     * The same in PostgreSQL. The connections are not closed with the store.
     *
     * @throws StoreException if there is no store
     */
    public static JdbcDocuments existing(DataSource database) {
        try (Connection connection = database.getConnection()) {
            mustHaveTable(connection);
        } catch (SQLException e) {
            throw noStore("the database", e);
        }
        return postgres(database);
    }

    private static void mustHaveTable(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, null, TABLE, null)) {
            if (!tables.next()) {
                throw new SQLException("it has no table " + TABLE);
            }
        }
    }

    private static StoreException noStore(String place, SQLException cause) {
        return new StoreException("There is no survey store in " + place + ": " + cause.getMessage(), cause);
    }

    private static HikariConfig config(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setPoolName("parlance-surveys");
        return config;
    }

    private static JdbcDocuments open(HikariConfig config, Dialect dialect) {
        try {
            HikariDataSource pool = new HikariDataSource(config);
            return new JdbcDocuments(pool, dialect, pool::close);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            // A password may stand behind the question mark.
            String place = config.getJdbcUrl().replaceFirst("\\?.*", "");
            throw new StoreException("The database " + place + " cannot be opened", e);
        }
    }

    @Override
    public Optional<Document> load(Key key) {
        return ask(LOAD, statement -> {
                    statement.setString(1, key.shelf());
                    statement.setString(2, key.id());
                })
                .stream()
                .findFirst();
    }

    @Override
    public boolean save(Document document) {
        boolean isNew = document.version() == 0;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(isNew ? CREATE : REPLACE)) {
            statement.setLong(1, document.version() + 1);
            statement.setString(2, document.owner());
            if (document.wakeAt().isPresent()) {
                statement.setLong(3, document.wakeAt().get().toEpochMilli());
            } else {
                statement.setNull(3, Types.BIGINT);
            }
            statement.setString(4, document.json());
            statement.setString(5, document.key().shelf());
            statement.setString(6, document.key().id());
            if (!isNew) {
                statement.setLong(7, document.version());
            }
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    @Override
    public List<Document> due(String shelf, Instant now, int limit) {
        return ask(DUE, statement -> {
            statement.setString(1, shelf);
            statement.setLong(2, now.toEpochMilli());
            statement.setInt(3, limit);
        });
    }

    @Override
    public List<Document> page(String shelf, String afterId, int limit) {
        return ask(PAGE, statement -> {
            statement.setString(1, shelf);
            statement.setString(2, afterId);
            statement.setInt(3, limit);
        });
    }

    @Override
    public int forget(String owner) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setString(1, owner);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    @Override
    public void close() {
        close.run();
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private List<Document> ask(String sql, Parameters parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            List<Document> documents = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    documents.add(document(rows));
                }
            }
            return documents;
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private static Document document(ResultSet row) throws SQLException {
        long wakeAt = row.getLong(5);
        Optional<Instant> time = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(wakeAt));
        return new Document(
                new Key(row.getString(1), row.getString(2)), row.getLong(3), row.getString(4), time, row.getString(6));
    }

    private static StoreException unreachable(SQLException cause) {
        return new StoreException("The database did not answer: " + cause.getMessage(), cause);
    }
}
