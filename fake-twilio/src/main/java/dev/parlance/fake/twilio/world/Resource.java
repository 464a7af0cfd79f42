package dev.parlance.fake.twilio.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A resource of an account, as JSON. Fields whose names start with {@code _} are internal: the API never returns them.
 */
public final class Resource {
    private final String sid;
    private final ObjectNode fields;
    private final Dates dates;
    private final Instant created;
    private final Map<String, Instant> times = new HashMap<>();
    private volatile Consumer<String> onChange = field -> {};

    Resource(String sid, ObjectNode fields, Dates dates, Instant created) {
        this.sid = sid;
        this.fields = fields;
        this.dates = dates;
        this.created = created;
    }

    /** Sets what to do after a field has changed. */
    void onChange(Consumer<String> listener) {
        onChange = listener;
    }

    public String sid() {
        return sid;
    }

    public Instant created() {
        return created;
    }

    public synchronized boolean has(String field) {
        return fields.has(field);
    }

    /** A field's value as text; empty if the field is null, missing or blank. */
    public synchronized Optional<String> filled(String field) {
        return Optional.ofNullable(fields.get(field))
                .filter(value -> !value.isNull())
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank());
    }

    /** A field's value as text, or an empty string. */
    public String text(String field) {
        return filled(field).orElse("");
    }

    public boolean is(String field, String value) {
        return text(field).equals(value);
    }

    /** Sets a field, converting the text to the field's current type. */
    public Resource set(String field, @Nullable String value) {
        return change(field, () -> {
            JsonNode before = fields.get(field);
            if (value == null) {
                fields.putNull(field);
            } else if (before != null && before.isBoolean()) {
                fields.put(field, Boolean.parseBoolean(value));
            } else if (before != null && before.isInt()) {
                fields.put(field, Integer.parseInt(value));
            } else {
                fields.put(field, value);
            }
        });
    }

    public Resource set(String field, JsonNode value) {
        return change(field, () -> fields.set(field, value));
    }

    public Resource set(String field, int value) {
        return change(field, () -> fields.put(field, value));
    }

    public Resource setDate(String field, Instant time) {
        return change(field, () -> {
            fields.put(field, dates.write(time));
            times.put(field, time.truncatedTo(ChronoUnit.SECONDS));
        });
    }

    /** The listener runs without the lock: it may lock a whole shelf. */
    private Resource change(String field, Runnable change) {
        synchronized (this) {
            times.remove(field);
            change.run();
        }
        onChange.accept(field);
        return this;
    }

    /** A date. It is parsed once, because filters ask for it again and again. */
    public synchronized Optional<Instant> date(String field) {
        Instant known = times.get(field);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Instant> time = filled(field).map(dates::read);
        time.ifPresent(read -> times.put(field, read));
        return time;
    }

    /** A copy of a field's JSON. */
    public synchronized JsonNode get(String field) {
        return fields.path(field).deepCopy();
    }

    /** The JSON that the API returns. */
    public synchronized ObjectNode json() {
        ObjectNode visible = fields.deepCopy();
        visible.properties().removeIf(field -> field.getKey().startsWith("_"));
        return visible;
    }

    synchronized Resource copy() {
        return new Resource(sid, fields.deepCopy(), dates, created);
    }

    @Override
    public String toString() {
        return json().toPrettyString();
    }
}
