package dev.parlance.fake.twilio.world;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Resources by the values of one field. Not thread-safe: its {@link Entries} guard it. */
final class FieldIndex {
    private final String field;
    private final Map<String, NavigableMap<Long, Resource>> byValue = new HashMap<>();
    private final Map<Long, String> filed = new HashMap<>();
    private int withoutField;

    FieldIndex(String field) {
        this.field = field;
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
        String value = value(resource, field);
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
}
