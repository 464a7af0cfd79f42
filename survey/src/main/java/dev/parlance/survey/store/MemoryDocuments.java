package dev.parlance.survey.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Keeps documents in memory, for tests and trials. They are lost when the application ends. */
final class MemoryDocuments implements DocumentStore {
    private final Map<String, NavigableMap<String, Document>> shelves = new HashMap<>();
    private final MemoryChanges changes = new MemoryChanges();
    private final NavigableSet<Alarm> alarms = new TreeSet<>(Comparator.comparing(Alarm::at)
            .thenComparing(alarm -> alarm.key().collection())
            .thenComparing(alarm -> alarm.key().id()));

    private record Alarm(Instant at, Key key) {}

    @Override
    public synchronized Optional<Document> load(Key key) {
        return Optional.ofNullable(shelf(key.collection()).get(key.id()));
    }

    @Override
    public synchronized boolean save(Document document) {
        Optional<Document> current = load(document.key());
        if (current.map(Document::version).orElse(0L) != document.version()) {
            return false;
        }
        current.ifPresent(this::removeAlarm);
        Document saved = document.saved();
        shelf(document.key().collection()).put(document.key().id(), saved);
        changes.saved(saved);
        document.wakeAt().ifPresent(at -> alarms.add(new Alarm(at, document.key())));
        return true;
    }

    @Override
    public synchronized List<Document> due(String shelf, Instant now, int limit) {
        return alarms.stream()
                .takeWhile(alarm -> !alarm.at().isAfter(now))
                .filter(alarm -> alarm.key().collection().equals(shelf))
                .limit(limit)
                .map(alarm -> load(alarm.key()).orElseThrow())
                .toList();
    }

    @Override
    public synchronized List<Document> page(String shelf, String afterId, int limit) {
        return shelf(shelf).tailMap(afterId, false).values().stream()
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized int forget(String owner) {
        List<Document> owned = new ArrayList<>();
        for (NavigableMap<String, Document> shelf : shelves.values()) {
            shelf.values().stream()
                    .filter(document -> document.owner().equals(owner))
                    .forEach(owned::add);
        }
        for (Document document : owned) {
            removeAlarm(document);
            shelf(document.key().collection()).remove(document.key().id());
            changes.deleted(document.key());
        }
        return owned.size();
    }

    @Override
    public Optional<Changes> changes() {
        return Optional.of(new Locked());
    }

    /** The changes, read under the store's lock. */
    private final class Locked implements Changes {
        @Override
        public String mark(String shelf) {
            synchronized (MemoryDocuments.this) {
                return changes.mark(shelf);
            }
        }

        @Override
        public Batch since(String shelf, String mark, int limit) {
            synchronized (MemoryDocuments.this) {
                return changes.since(shelf, mark, limit);
            }
        }

        @Override
        public List<String> ids(String shelf, String afterId, int limit) {
            return page(shelf, afterId, limit).stream()
                    .map(document -> document.key().id())
                    .toList();
        }
    }

    private void removeAlarm(Document document) {
        document.wakeAt().ifPresent(at -> alarms.remove(new Alarm(at, document.key())));
    }

    private NavigableMap<String, Document> shelf(String name) {
        return shelves.computeIfAbsent(name, any -> new TreeMap<>());
    }
}
