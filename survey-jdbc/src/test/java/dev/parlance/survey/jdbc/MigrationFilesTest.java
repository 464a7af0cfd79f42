package dev.parlance.survey.jdbc;

import static dev.parlance.survey.jdbc.ViewsTest.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** The files that Flyway or Liquibase can run instead of the library. */
class MigrationFilesTest {
    private static final String[] FILES = {"V1__documents.sql", "V2__tallies.sql", "V3__views.sql", "V4__changes.sql"};
    private static final String SQLITE_SCHEMA =
            "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name";
    private static final String POSTGRES_COLUMNS = "SELECT table_name, ordinal_position, column_name, data_type,"
            + " character_maximum_length, is_nullable, column_default FROM information_schema.columns"
            + " WHERE table_schema = 'public' ORDER BY table_name, ordinal_position";
    private static final String POSTGRES_INDEXES =
            "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexname";
    private static final String POSTGRES_VIEWS =
            "SELECT viewname, definition FROM pg_views WHERE schemaname = 'public' ORDER BY viewname";

    @TempDir
    private Path folder;

    private SQLiteDataSource sqlite(String name) {
        SQLiteDataSource database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + folder.resolve(name));
        return database;
    }

    private static void runFiles(DataSource database, String dialect, int count) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < count; i++) {
                for (String sql :
                        read("/db/parlance/" + dialect + "/" + FILES[i]).split(";\n", -1)) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
            }
        }
    }

    private static String read(String file) throws IOException {
        try (InputStream in = MigrationFilesTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertWorks(DocumentStore store) {
        assertThat(store.save(Document.create(new Key("shelf", "id"), "", Optional.empty(), "x")))
                .isTrue();
        assertThat(store.load(new Key("shelf", "id"))).isPresent();
    }

    @Test
    void the_files_make_the_same_sqlite_schema_as_the_library() throws Exception {
        JdbcDocuments.sqlite(folder.resolve("library.db")).close();
        SQLiteDataSource byFiles = sqlite("files.db");

        runFiles(byFiles, "sqlite", FILES.length);

        assertThat(rows(byFiles, SQLITE_SCHEMA))
                .isEqualTo(rows(sqlite("library.db"), SQLITE_SCHEMA))
                .hasSizeGreaterThan(6);
        try (JdbcDocuments store = JdbcDocuments.existing(folder.resolve("files.db"))) {
            assertWorks(store);
        }
        JdbcDocuments.sqlite(folder.resolve("files.db")).close();
    }

    @Test
    void the_files_make_the_same_postgresql_schema_as_the_library() throws Exception {
        try (HikariDataSource byFiles = Postgres.pooled(Postgres.newDatabase());
                HikariDataSource byLibrary = Postgres.pooled(Postgres.newDatabase())) {
            JdbcDocuments.postgres(byLibrary).close();

            runFiles(byFiles, "postgresql", FILES.length);

            for (String query : new String[] {POSTGRES_COLUMNS, POSTGRES_INDEXES, POSTGRES_VIEWS}) {
                assertThat(rows(byFiles, query))
                        .isEqualTo(rows(byLibrary, query))
                        .isNotEmpty();
            }
            try (JdbcDocuments store = JdbcDocuments.existing(byFiles)) {
                assertWorks(store);
            }
            JdbcDocuments.postgres(byFiles).close();
        }
    }

    @Test
    void existing_changes_no_table_and_names_the_missing_files() throws Exception {
        SQLiteDataSource old = sqlite("old.db");
        runFiles(old, "sqlite", 2);

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> JdbcDocuments.existing(folder.resolve("old.db")))
                .withMessageContaining("the tables have version 2, but this library needs version 4")
                .withMessageContaining("[V3__views.sql, V4__changes.sql] from /db/parlance/sqlite/");
        assertThat(rows(old, "SELECT max(number) FROM parlance_migration")).containsExactly("2");
        JdbcDocuments.sqlite(folder.resolve("old.db")).close();
        JdbcDocuments.existing(folder.resolve("old.db")).close();
    }

    @Test
    void existing_needs_no_right_to_create_tables() throws Exception {
        DataSource database = Postgres.newDatabase();
        JdbcDocuments.postgres(database).close();
        String role = "reader_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
            statement.execute("CREATE ROLE " + role);
            statement.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON parlance_document, parlance_tally TO " + role);
            statement.execute("GRANT SELECT ON parlance_migration TO " + role);
        }

        try (HikariDataSource restricted = Postgres.pooled(database)) {
            restricted.setConnectionInitSql("SET ROLE " + role);
            assertThatExceptionOfType(StoreException.class).isThrownBy(() -> JdbcDocuments.postgres(restricted));
            assertWorks(JdbcDocuments.existing(restricted));
        }
    }
}
