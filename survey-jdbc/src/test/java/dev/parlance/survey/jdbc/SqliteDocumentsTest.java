package dev.parlance.survey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.survey.contract.TalliesContract;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDocumentsTest extends TalliesContract {
    @TempDir
    private Path folder;

    @Override
    protected DocumentStore open() {
        return JdbcDocuments.sqlite(folder.resolve("surveys.db"));
    }

    @Test
    void saved_documents_are_found_when_the_file_is_reopened() {
        Document document = Document.create(new Key("shelf", "id"), "", Optional.empty(), "kept");
        try (JdbcDocuments store = JdbcDocuments.sqlite(folder.resolve("again.db"))) {
            store.save(document);
        }

        try (JdbcDocuments store = JdbcDocuments.sqlite(folder.resolve("again.db"))) {
            assertThat(store.load(document.key())).contains(document.saved());
        }
    }

    @Test
    void nodes_that_open_a_new_file_at_once_create_its_table_once() {
        Path file = folder.resolve("shared.db");

        IntStream.range(0, 4).parallel().forEach(i -> JdbcDocuments.sqlite(file).close());

        try (JdbcDocuments store = JdbcDocuments.sqlite(file)) {
            assertThat(store.save(Document.create(new Key("shelf", "id"), "", Optional.empty(), "x")))
                    .isTrue();
        }
    }

    @Test
    void the_file_uses_wal_mode() throws SQLException {
        Path file = folder.resolve("mode.db");
        JdbcDocuments.sqlite(file).close();

        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var rows = connection.createStatement().executeQuery("PRAGMA journal_mode")) {
            assertThat(rows.getString(1)).isEqualTo("wal");
        }
    }

    @Test
    void tables_of_a_newer_library_are_left_alone() throws SQLException {
        Path file = folder.resolve("newer.db");
        JdbcDocuments.sqlite(file).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO parlance_migration (number) VALUES (99)");
        }

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> JdbcDocuments.sqlite(file))
                .withMessageContaining("the tables have version 99, but this library knows versions up to 4");
    }

    @Test
    void existing_never_creates_a_store() throws Exception {
        Path missing = folder.resolve("missing.db");
        Path empty = Files.createFile(folder.resolve("empty.db"));
        Path text = Files.writeString(folder.resolve("text.db"), "no database at all".repeat(100));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> JdbcDocuments.existing(missing))
                .withMessageContaining("There is no file " + missing);
        for (Path file : new Path[] {empty, text}) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> JdbcDocuments.existing(file))
                    .withMessageContaining("There is no usable survey store in " + file);
        }
        assertThat(missing).doesNotExist();
        assertThat(empty).isEmptyFile();
        JdbcDocuments.sqlite(missing).close();
        JdbcDocuments.existing(missing).close();
    }

    @Test
    void a_file_that_cannot_be_opened_is_reported_at_once() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> JdbcDocuments.sqlite(folder.resolve("no/such/folder/surveys.db")))
                .withMessageContaining("surveys.db can't be opened: the folder ")
                .withMessageContaining("folder does not exist");
    }
}
