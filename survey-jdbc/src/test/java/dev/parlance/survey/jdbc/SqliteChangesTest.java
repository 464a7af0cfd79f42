package dev.parlance.survey.jdbc;

import dev.parlance.survey.contract.ChangesContract;
import dev.parlance.survey.store.DocumentStore;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteChangesTest extends ChangesContract {
    @TempDir
    private Path folder;

    @Override
    protected DocumentStore open() {
        return JdbcDocuments.sqlite(folder.resolve("surveys.db"));
    }
}
