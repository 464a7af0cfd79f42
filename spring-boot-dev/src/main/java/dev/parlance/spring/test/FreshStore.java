package dev.parlance.spring.test;

import dev.parlance.survey.store.Changes;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.Tallies;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store in memory that can be emptied. */
final class FreshStore implements DocumentStore {
    private volatile DocumentStore store;

    FreshStore(DocumentStore store) {
        this.store = store;
    }

    void empty() {
        store = DocumentStore.inMemory();
    }

    @Override
    public Optional<Document> load(Key key) {
        return store.load(key);
    }

    @Override
    public Map<Key, Document> loadAll(Collection<Key> keys) {
        return store.loadAll(keys);
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
    public Optional<Tallies> tallies() {
        return store.tallies();
    }

    @Override
    public Optional<Changes> changes() {
        return store.changes();
    }

    @Override
    public void close() {
        store.close();
    }
}
