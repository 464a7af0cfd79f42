package dev.parlance.fake.twilio.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;

/** Resources without behaviour, by the path of their collection: {@code AC…/sync/v1/Services}. */
public final class Resources {
    private final NavigableMap<String, Entries> collections = new ConcurrentSkipListMap<>();
    private final Retention retention;

    /** Resources that are made for one response. */
    public Resources() {
        this(new Retention());
    }

    Resources(Retention retention) {
        this.retention = retention;
    }

    /** Adds a resource. The key is the end of its path, usually its SID. */
    public Resource add(String collection, String key, ObjectNode fields, Instant created) {
        Resource resource = new Resource(key, fields, Dates.ISO_8601, created);
        entries(collection).add(resource);
        return resource;
    }

    private Entries entries(String collection) {
        return collections.computeIfAbsent(collection, path -> {
            Entries entries = new Entries(retention);
            entries.onForget(resource -> removeBelow(path, resource.sid()));
            return entries;
        });
    }

    public Optional<Resource> find(String collection, String key) {
        return Optional.ofNullable(collections.get(collection)).flatMap(entries -> entries.find(key));
    }

    /** The oldest resource of a collection that matches. */
    public Optional<Resource> first(String collection, Predicate<Resource> wanted) {
        return first(list(collection, Selection.NEWEST_FIRST.inOrder(true).and(wanted)));
    }

    /** The oldest resource of a collection that matches and whose field has this value. */
    public Optional<Resource> firstWith(String collection, String field, String value, Predicate<Resource> wanted) {
        Selection selection =
                Selection.NEWEST_FIRST.inOrder(true).with(field, value).and(wanted);
        return first(list(collection, selection));
    }

    private static Optional<Resource> first(Listing list) {
        return list.after(Listing.START, 1).stream()
                .map(Listing.Entry::resource)
                .findFirst();
    }

    public List<Resource> oldestFirst(String collection) {
        Entries entries = collections.get(collection);
        return entries == null ? List.of() : entries.oldestFirst();
    }

    /** The list of what is selected of a collection. */
    public Listing list(String collection, Selection selection) {
        Entries entries = collections.get(collection);
        return entries == null ? Listing.of(List.of()) : entries.list(selection);
    }

    /** The resource with this SID in any collection. */
    public Optional<Resource> find(String sid) {
        return collections.values().stream()
                .flatMap(entries -> entries.find(sid).stream())
                .findFirst();
    }

    /** Whether there is a resource with this SID in any collection. */
    public boolean contains(String sid) {
        return find(sid).isPresent();
    }

    /** Marks a resource that has reached its end, such as an ended execution. The oldest of them are forgotten. */
    public void finish(String collection, Resource resource) {
        entries(collection).finish(resource);
    }

    /** How many resources there are, in all collections. */
    public int size() {
        return collections.values().stream().mapToInt(Entries::size).sum();
    }

    /** Removes a resource and all below it. */
    public boolean remove(String collection, String key) {
        removeBelow(collection, key);
        Entries entries = collections.get(collection);
        return entries != null && entries.remove(key);
    }

    private void removeBelow(String collection, String key) {
        String below = collection + "/" + key;
        collections.subMap(below + "/", below + "0").clear(); // 0 follows the slash
    }

    void copyTo(Resources other) {
        collections.forEach((path, entries) ->
                entries.oldestFirst().forEach(resource -> other.entries(path).add(resource.copy())));
    }
}
