package dev.parlance.quarkus.runtime;

import dev.parlance.survey.jdbc.JdbcDocuments;
import dev.parlance.survey.store.DocumentStore;
import java.nio.file.Path;

/** Needs {@code parlance-survey-jdbc}; nothing else loads this class. */
final class SqliteStore {
    private SqliteStore() {}

    static DocumentStore open(Path file) {
        return JdbcDocuments.sqlite(file);
    }
}
