package dev.parlance.fake.twilio.world;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which resources a list shows, and in which order. The fields are found by an index; the filter is applied to what they leave.
 *
 * @param fields values of fields; a resource without a field matches any value of it
 * @param days days of dates; a resource without the date does not match
 */
public record Selection(
        Map<String, String> fields, Map<String, Days> days, Predicate<Resource> filter, boolean oldestFirst) {
    /** All resources, in Twilio's order. */
    public static final Selection NEWEST_FIRST = new Selection(Map.of(), Map.of(), resource -> true, false);

    public Selection {
        fields = Map.copyOf(fields);
        days = Map.copyOf(days);
    }

    /** Selects only those whose field has this value. */
    public Selection with(String field, String value) {
        Map<String, String> more = new HashMap<>(fields);
        more.put(field, value);
        return new Selection(more, days, filter, oldestFirst);
    }

    /** Selects only those whose date is on one of these days. */
    public Selection on(String field, Days wanted) {
        Map<String, Days> more = new HashMap<>(days);
        more.merge(field, wanted, Days::and);
        return new Selection(fields, more, filter, oldestFirst);
    }

    /** Selects only those that match. */
    public Selection and(Predicate<Resource> wanted) {
        return new Selection(fields, days, filter.and(wanted), oldestFirst);
    }

    public Selection inOrder(boolean oldestAreFirst) {
        return new Selection(fields, days, filter, oldestAreFirst);
    }

    boolean matches(Resource resource) {
        return fields.entrySet().stream().allMatch(field -> {
                    String value = FieldIndex.value(resource, field.getKey());
                    return value == null || value.equals(field.getValue());
                })
                && filter.test(resource);
    }
}
