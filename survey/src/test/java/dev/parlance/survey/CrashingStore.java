package dev.parlance.survey;

import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/** A store whose process ends instead of saving such a document. */
record CrashingStore(DocumentStore store, Predicate<Document> when, CountDownLatch loads) implements DocumentStore {
    /** The end of the process. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }

    CrashingStore(DocumentStore store, Predicate<Document> when) {
        this(store, when, new CountDownLatch(0));
    }

    @Override
    public Optional<Document> load(Key key) {
        loads.countDown();
        return store.load(key);
    }

    @Override
    public boolean save(Document document) {
        if (when.test(document)) {
            throw new Crash();
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
