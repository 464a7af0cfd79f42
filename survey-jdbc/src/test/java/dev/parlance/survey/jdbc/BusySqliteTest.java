package dev.parlance.survey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.StoreException;
import dev.parlance.survey.store.Tally;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An SQLite file that another process has locked for longer than a writer waits. */
class BusySqliteTest {
    @TempDir
    private Path folder;

    @Test
    void a_store_works_again_once_the_file_is_free() throws Exception {
        Path file = folder.resolve("surveys.db");
        Key key = new Key("shelf", "ana");
        Document ana = Document.create(key, "", Optional.empty(), "1").withTally(Tally.of(Map.of("people", 1L)));
        try (JdbcDocuments store = JdbcDocuments.sqlite(file);
                JdbcDocuments other = JdbcDocuments.sqlite(file);
                Connection locking = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement lock = locking.createStatement()) {
            lock.execute("BEGIN IMMEDIATE");
            assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.save(ana));
            assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.save(ana.withTally(Tally.NONE)));
            lock.execute("COMMIT");

            assertThat(store.save(ana)).isTrue();
            assertThat(other.load(key).map(Document::json)).contains("1");
            for (int i = 2; i < 10; i++) {
                assertThat(store.save(store.load(key).orElseThrow().withJson(Integer.toString(i))))
                        .isTrue();
                assertThat(other.load(key).map(Document::json)).contains(Integer.toString(i));
                assertThat(other.save(other.load(key).orElseThrow().withJson("other")))
                        .isTrue();
            }
        }
    }
}
