package dev.parlance.quarkus.runtime;

import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A store in memory that tests can empty. */
public final class MemoryStore implements DocumentStore {
    private volatile DocumentStore store = DocumentStore.inMemory();

    /** Removes all documents. */
    public void empty() {
        store = DocumentStore.inMemory();
    }

    @Override
    public Optional<Document> load(Key key) {
        return store.load(key);
    }

    @Override
    public boolean save(Document document) {
        return store.save(document);
    }

    @Override
    public List<Document> due(String shelf, Instant now, int limit) {
        return store.due(shelf, now, limit);
    }

    @Override
    public List<Document> page(String shelf, String afterId, int limit) {
        return store.page(shelf, afterId, limit);
    }

    @Override
    public int forget(String owner) {
        return store.forget(owner);
    }

    @Override
    public void close() {
        store.close();
    }
}
