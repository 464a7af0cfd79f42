package dev.parlance.survey;

import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that counts the requests for sessions. */
record CountingStore(DocumentStore store, AtomicInteger loads, AtomicInteger saves) implements DocumentStore {
    CountingStore() {
        this(DocumentStore.inMemory(), new AtomicInteger(), new AtomicInteger());
    }

    void reset() {
        loads.set(0);
        saves.set(0);
    }

    private static boolean isSession(Key key) {
        return key.collection().startsWith("session:");
    }

    @Override
    public Optional<Document> load(Key key) {
        if (isSession(key)) {
            loads.incrementAndGet();
        }
        return store.load(key);
    }

    @Override
    public Map<Key, Document> loadAll(Collection<Key> keys) {
        if (keys.stream().anyMatch(CountingStore::isSession)) {
            loads.incrementAndGet();
        }
        return store.loadAll(keys);
    }

    @Override
    public boolean save(Document document) {
        if (isSession(document.key())) {
            saves.incrementAndGet();
        }
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
}
