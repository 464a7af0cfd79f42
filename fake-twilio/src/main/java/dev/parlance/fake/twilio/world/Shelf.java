package dev.parlance.fake.twilio.world;

import dev.parlance.fake.MovableClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** All resources of one type. */
public final class Shelf {
    private final String key;
    private final Template template;
    private final Sids sids;
    private final MovableClock clock;
    private final Entries entries;

    Shelf(String key, Template template, Sids sids, MovableClock clock, Retention retention) {
        this.key = key;
        this.template = template;
        this.sids = sids;
        this.clock = clock;
        this.entries = new Entries(retention);
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

    public Resource add(Resource resource) {
        entries.add(resource);
        return resource;
    }

    public Optional<Resource> find(String sid) {
        return entries.find(sid);
    }

    /** How many resources there are. */
    public int size() {
        return entries.size();
    }

    /** The oldest resource that matches. Looks at each; {@link #firstWith} doesn't. */
    public Optional<Resource> first(Predicate<Resource> wanted) {
        return list(Selection.NEWEST_FIRST.inOrder(true).and(wanted)).after(Listing.START, 1).stream()
                .map(Listing.Entry::resource)
                .findFirst();
    }

    /** The oldest resource whose field has this value. */
    public Optional<Resource> firstWith(String field, String value) {
        return listWith(field, value).after(Listing.START, 1).stream()
                .map(Listing.Entry::resource)
                .findFirst();
    }

    /** The resources whose field has this value, oldest first. */
    public List<Resource> with(String field, String value) {
        return listWith(field, value).all();
    }

    private Listing listWith(String field, String value) {
        return list(Selection.NEWEST_FIRST
                .inOrder(true)
                .with(field, value)
                .and(resource -> value.equals(FieldIndex.value(resource, field))));
    }

    /** Keeps an index of a field from now on, for {@link #with}, {@link #firstWith} and lists. */
    public void index(String field) {
        entries.index(field);
    }

    /** Keeps an index of a date's days from now on, for lists. */
    public void indexDays(String field) {
        entries.indexDays(field);
    }

    /** The list of what is selected. */
    public Listing list(Selection selection) {
        return entries.list(selection);
    }

    public boolean remove(String sid) {
        return entries.remove(sid);
    }

    /** Removes the resources whose field has this value. */
    public void removeWith(String field, String value) {
        with(field, value).forEach(resource -> remove(resource.sid()));
    }

    /**
     * Marks a resource that has reached its end, such as a delivered text or a completed call. The world remembers the newest of
     * them, and forgets the others.
     */
    public void finish(Resource resource) {
        entries.finish(resource);
    }

    /** Adds a listener for resources that are forgotten. */
    public void onForget(Consumer<Resource> listener) {
        entries.onForget(listener);
    }

    public List<Resource> oldestFirst() {
        return entries.oldestFirst();
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
