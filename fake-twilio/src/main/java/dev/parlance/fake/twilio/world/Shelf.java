package dev.parlance.fake.twilio.world;

import dev.parlance.fake.MovableClock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** All resources of one type. */
public final class Shelf {
    private final String key;
    private final Template template;
    private final Sids sids;
    private final MovableClock clock;
    private final Map<String, Resource> resources = new LinkedHashMap<>();

    Shelf(String key, Template template, Sids sids, MovableClock clock) {
        this.key = key;
        this.template = template;
        this.sids = sids;
        this.clock = clock;
    }

    /** The name of the list in a page of these resources. */
    public String key() {
        return key;
    }

    /** Creates a resource from the template with these placeholder values, without storing it. */
    public Resource blank(Map<String, String> values) {
        return template.create(sids, clock.instant(), values);
    }

    public Resource add(Map<String, String> values) {
        return add(blank(values));
    }

    public synchronized Resource add(Resource resource) {
        resources.put(resource.sid(), resource);
        return resource;
    }

    public synchronized Optional<Resource> find(String sid) {
        return Optional.ofNullable(resources.get(sid));
    }

    /** The oldest resource that matches. */
    public synchronized Optional<Resource> first(Predicate<Resource> wanted) {
        return resources.values().stream().filter(wanted).findFirst();
    }

    public synchronized boolean remove(String sid) {
        return resources.remove(sid) != null;
    }

    public synchronized void removeIf(Predicate<Resource> unwanted) {
        resources.values().removeIf(unwanted);
    }

    /** All resources in Twilio's order. */
    public List<Resource> newestFirst() {
        List<Resource> all = oldestFirst();
        Collections.reverse(all);
        return all;
    }

    public synchronized List<Resource> oldestFirst() {
        return new ArrayList<>(resources.values());
    }

    /** Updates the resource's modification date. */
    public void touch(Resource resource) {
        if (resource.has("date_updated")) {
            resource.setDate("date_updated", clock.instant());
        }
    }

    void copyTo(Shelf other) {
        oldestFirst().forEach(resource -> other.add(resource.copy()));
    }
}
