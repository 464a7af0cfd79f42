package dev.parlance.survey.jdbc;

import dev.parlance.survey.contract.SessionStoreContract;
import dev.parlance.survey.store.SessionStore;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteSessionsTest extends SessionStoreContract {
    @TempDir
    private Path folder;

    @Override
    protected SessionStore open() {
        return JdbcSessions.sqlite(folder.resolve("surveys.db"));
    }
}
