package dev.parlance.fake.twilio.world;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Resources by the values of one field, or by the days of a date. Not thread-safe: its {@link Entries} guard it. */
final class FieldIndex {
    private final Function<Resource, @Nullable String> valueOf;
    private final NavigableMap<String, NavigableMap<Long, Resource>> byValue = new TreeMap<>();
    private final Map<Long, String> filed = new HashMap<>();
    private int withoutField;

    private FieldIndex(Function<Resource, @Nullable String> valueOf) {
        this.valueOf = valueOf;
    }

    static FieldIndex ofValues(String field) {
        return new FieldIndex(resource -> value(resource, field));
    }

    static FieldIndex ofDays(String field) {
        return new FieldIndex(resource -> day(resource, field));
    }

    private static @Nullable String day(Resource resource, String field) {
        return resource.date(field)
                .map(time -> LocalDate.ofInstant(time, ZoneOffset.UTC).toString())
                .orElse(null);
    }

    /** The value of a field, or of the internal one of the same name; null if the resource has neither. */
    static @Nullable String value(Resource resource, String field) {
        if (resource.has(field)) {
            return resource.text(field);
        }
        return resource.has("_" + field) ? resource.text("_" + field) : null;
    }

    /** Adds a resource. */
    void file(long place, Resource resource) {
        String value = valueOf.apply(resource);
        if (value == null) {
            withoutField++;
        } else {
            byValue.computeIfAbsent(value, any -> new TreeMap<>()).put(place, resource);
            filed.put(place, value);
        }
    }

    /** Removes a resource that was filed. */
    void forget(long place) {
        String value = filed.remove(place);
        if (value == null) {
            withoutField--;
            return;
        }
        NavigableMap<Long, Resource> same = byValue.get(value);
        if (same != null) {
            same.remove(place);
            if (same.isEmpty()) {
                byValue.remove(value);
            }
        }
    }

    /** Whether each resource has the field, so that the index finds all that match. */
    boolean isComplete() {
        return withoutField == 0;
    }

    NavigableMap<Long, Resource> with(String value) {
        return byValue.getOrDefault(value, Collections.emptyNavigableMap());
    }

    /** The resources on these days, if they are on one day at most; otherwise it takes as long to join them as to look at all. */
    Optional<NavigableMap<Long, Resource>> within(Days days) {
        if (days.isNone()) {
            return Optional.of(Collections.emptyNavigableMap());
        }
        Iterator<NavigableMap<Long, Resource>> found = byValue.subMap(
                        days.first().toString(), true, days.last().toString(), true)
                .values()
                .iterator();
        if (!found.hasNext()) {
            return Optional.of(Collections.emptyNavigableMap());
        }
        NavigableMap<Long, Resource> one = found.next();
        return found.hasNext() ? Optional.empty() : Optional.of(one);
    }
}
