package dev.parlance.survey.jdbc;

import dev.parlance.survey.contract.TalliesContract;
import dev.parlance.survey.store.DocumentStore;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteTalliesTest extends TalliesContract {
    @TempDir
    private Path folder;

    @Override
    protected DocumentStore open() {
        return JdbcDocuments.sqlite(folder.resolve("surveys.db"));
    }
}
