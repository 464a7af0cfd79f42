package dev.parlance.survey.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.parlance.settings.Secret;
import dev.parlance.survey.store.Changes;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.StoreException;
import dev.parlance.survey.store.Tallies;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Stores survey sessions in a database. A save is committed when it returns. Statements that the database rolls back because
 * they collided with others (SQLSTATE 40001 and 40P01) are attempted up to 20 times. Thread-safe.
 *
 * <pre>{@code
 * DocumentStore embedded = JdbcDocuments.sqlite(Path.of("surveys.db"));
 * DocumentStore shared = JdbcDocuments.postgres("jdbc:postgresql://db.example/surveys", "surveys", password);
 * DocumentStore yours = JdbcDocuments.postgres(dataSource);
 * }</pre>
 *
 * <p>Opening the store creates or updates the tables. Several nodes can open it at the same time. If Flyway or Liquibase creates
 * them, from the files in {@code db/parlance} of this artifact, use {@link #existing(DataSource)}, which changes no table.
 */
public final class JdbcDocuments implements DocumentStore {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int CONNECTIONS = 8;
    private static final String TABLE = "parlance_document";
    private static final int MOST_KEYS = 100;
    private static final String DUE = "shelf = ? AND wake_at IS NOT NULL AND wake_at <= ? ORDER BY wake_at LIMIT ?";
    private static final String PAGE = "shelf = ? AND id > ? ORDER BY id LIMIT ?";

    private final Database database;
    private final JdbcTallies tallies;
    private final JdbcChanges changes;
    private final Runnable close;

    JdbcDocuments(DataSource connections, Dialect dialect, Runnable close) {
        this.database = new Database(connections);
        this.tallies = new JdbcTallies(database, dialect);
        this.changes = new JdbcChanges(database, dialect, tallies);
        this.close = close;
    }

    /** Creates or updates the tables, and closes the store if that fails. */
    JdbcDocuments withTables(Dialect dialect) {
        try {
            dialect.migrate(database);
            return this;
        } catch (SQLException | StoreException e) {
            close();
            throw new StoreException("The store's tables could not be created: " + e.getMessage(), e);
        }
    }

    /** Opens an SQLite file and creates it if necessary. For one machine; several processes can share the file. */
    public static JdbcDocuments sqlite(Path file) {
        return openSqlite(file).withTables(Dialect.SQLITE);
    }

    private static JdbcDocuments openSqlite(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            throw new StoreException(
                    "The database " + file + " can't be opened: the folder " + parent + " does not exist",
                    new NoSuchFileException(parent.toString()));
        }
        HikariConfig config = config("jdbc:sqlite:" + file);
        // A commit is on disk before it returns; readers never wait, writers wait for each other.
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "FULL");
        config.addDataSourceProperty("busy_timeout", Long.toString(TIMEOUT.toMillis()));
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        return open(config, Dialect.SQLITE);
    }

    /** Opens a PostgreSQL database. Requires the driver {@code org.postgresql:postgresql}. */
    public static JdbcDocuments postgres(String url, String user, Secret password) {
        HikariConfig config = config(url);
        config.setUsername(user);
        config.setPassword(password.reveal());
        config.addDataSourceProperty("socketTimeout", Long.toString(2 * TIMEOUT.toSeconds()));
        return open(config, Dialect.POSTGRESQL).withTables(Dialect.POSTGRESQL);
    }

    /** Opens a PostgreSQL database with your own data source, which is not closed with the store. */
    public static JdbcDocuments postgres(DataSource database) {
        return openPostgres(database).withTables(Dialect.POSTGRESQL);
    }

    private static JdbcDocuments openPostgres(DataSource database) {
        return new JdbcDocuments(database, Dialect.POSTGRESQL, () -> {});
    }

    /**
     * Opens an existing store in an SQLite file. Never creates or changes a file or table: for maintenance commands, or if another
     * tool creates the tables.
     *
     * @throws StoreException if there is no store, or if its tables are of another version
     */
    public static JdbcDocuments existing(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StoreException("There is no file " + file, new NoSuchFileException(file.toString()));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            mustHaveTables(connection, Dialect.SQLITE);
        } catch (SQLException e) {
            throw noStore(file.toString(), e);
        }
        return openSqlite(file);
    }

    /**
     * Opens an existing store in PostgreSQL. Never creates or changes a table: for maintenance commands, or if Flyway or Liquibase
     * creates the tables. The data source is not closed with the store.
     *
     * @throws StoreException if there is no store, or if its tables are of another version
     */
    public static JdbcDocuments existing(DataSource database) {
        try (Connection connection = database.getConnection()) {
            mustHaveTables(connection, Dialect.POSTGRESQL);
        } catch (SQLException e) {
            throw noStore("the database", e);
        }
        return openPostgres(database);
    }

    private static void mustHaveTables(Connection connection, Dialect dialect) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, null, TABLE, null)) {
            if (!tables.next()) {
                throw new SQLException("it has no table " + TABLE);
            }
        }
        Migrations.mustBeComplete(connection, dialect);
    }

    private static StoreException noStore(String place, SQLException cause) {
        return new StoreException("There is no usable survey store in " + place + ": " + cause.getMessage(), cause);
    }

    private static HikariConfig config(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(TIMEOUT.toMillis());
        config.setPoolName("parlance-surveys");
        return config;
    }

    private static JdbcDocuments open(HikariConfig config, Dialect dialect) {
        try {
            HikariDataSource pool = new HikariDataSource(config);
            return new JdbcDocuments(pool, dialect, pool::close);
        } catch (RuntimeException e) {
            // There may be a password after the question mark.
            String place = config.getJdbcUrl().replaceFirst("\\?.*", "");
            String reason = reason(e).replace(config.getJdbcUrl(), place);
            throw new StoreException("The database " + place + " can't be opened: " + reason, e);
        }
    }

    /** The database's own words if it had a say. */
    private static String reason(RuntimeException e) {
        return String.valueOf(e.getCause() instanceof SQLException cause ? cause.getMessage() : e.getMessage());
    }

    @Override
    public Optional<Document> load(Key key) {
        return Optional.ofNullable(loadAll(List.of(key)).get(key));
    }

    @Override
    public Map<Key, Document> loadAll(Collection<Key> keys) {
        List<Key> all = List.copyOf(keys);
        Map<Key, Document> found = new HashMap<>();
        for (int from = 0; from < all.size(); from += MOST_KEYS) {
            List<Key> batch = all.subList(from, Math.min(all.size(), from + MOST_KEYS));
            database.run(connection -> DocumentTable.find(connection, batch))
                    .forEach(document -> found.put(document.key(), document));
        }
        return found;
    }

    @Override
    public boolean save(Document document) {
        return tallies.save(document);
    }

    @Override
    public List<Document> saveAll(List<Document> documents) {
        return tallies.saveAll(documents);
    }

    @Override
    public List<Document> due(String shelf, Instant now, int limit) {
        return database.run(connection -> DocumentTable.find(connection, DUE, statement -> {
            statement.setString(1, shelf);
            statement.setLong(2, now.toEpochMilli());
            statement.setInt(3, limit);
        }));
    }

    @Override
    public List<Document> page(String shelf, String afterId, int limit) {
        return database.run(connection -> DocumentTable.find(connection, PAGE, statement -> {
            statement.setString(1, shelf);
            statement.setString(2, afterId);
            statement.setInt(3, limit);
        }));
    }

    @Override
    public int forget(String owner) {
        return tallies.forget(owner);
    }

    @Override
    public Optional<Tallies> tallies() {
        return Optional.of(tallies);
    }

    @Override
    public Optional<Changes> changes() {
        return Optional.of(changes);
    }

    @Override
    public void close() {
        close.run();
    }
}
