package dev.parlance.fake.twilio.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Resources without behaviour, by the path of their collection: {@code AC…/sync/v1/Services}. */
public final class Resources {
    private final Map<String, Map<String, Resource>> collections = new LinkedHashMap<>();

    /** Adds a resource. The key is the end of its path, usually its SID. */
    public synchronized Resource add(String collection, String key, ObjectNode fields, Instant created) {
        Resource resource = new Resource(key, fields, Dates.ISO_8601, created);
        collections.computeIfAbsent(collection, any -> new LinkedHashMap<>()).put(key, resource);
        return resource;
    }

    public Optional<Resource> find(String collection, String key) {
        return first(collection, resource -> resource.sid().equals(key));
    }

    /** The oldest resource of a collection that matches. */
    public Optional<Resource> first(String collection, Predicate<Resource> wanted) {
        return oldestFirst(collection).stream().filter(wanted).findFirst();
    }

    public synchronized List<Resource> oldestFirst(String collection) {
        return new ArrayList<>(collections.getOrDefault(collection, Map.of()).values());
    }

    public List<Resource> newestFirst(String collection) {
        List<Resource> all = oldestFirst(collection);
        Collections.reverse(all);
        return all;
    }

    /** Whether there is a resource with this SID in any collection. */
    public synchronized boolean contains(String sid) {
        return collections.values().stream().anyMatch(collection -> collection.containsKey(sid));
    }

    /** Removes a resource and all below it. */
    public synchronized boolean remove(String collection, String key) {
        String below = collection + "/" + key + "/";
        collections.keySet().removeIf(path -> path.startsWith(below));
        Map<String, Resource> resources = collections.get(collection);
        return resources != null && resources.remove(key) != null;
    }

    synchronized void copyTo(Resources other) {
        collections.forEach((path, resources) -> {
            Map<String, Resource> copies = new LinkedHashMap<>();
            resources.forEach((key, resource) -> copies.put(key, resource.copy()));
            other.collections.put(path, copies);
        });
    }
}
