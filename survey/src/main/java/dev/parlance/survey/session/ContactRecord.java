package dev.parlance.survey.session;

import dev.parlance.survey.question.Fields;
import dev.parlance.survey.question.Value;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the surveys of a store know about a person: fields, such as their plan, and groups. Immutable.
 *
 * <pre>{@code
 * ContactRecord gold = ContactRecord.EMPTY.withField("plan", "gold").withGroup("members");
 * gold.field("plan").map(Value::text); // gold
 * gold.isIn("members");                // true
 * }</pre>
 *
 * @param fields the value of each field
 * @param groups the groups that the person is in
 */
public record ContactRecord(SortedMap<String, Value> fields, SortedSet<String> groups) {
    /** The most characters of a field's value. */
    public static final int MAX_LENGTH = 1_000;

    /** No fields and no groups. */
    public static final ContactRecord EMPTY = new ContactRecord(new TreeMap<>(), new TreeSet<>());

    /** Copies both. */
    public ContactRecord {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
    }

    /** The value of a field, if it has one. */
    public Optional<Value> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Whether the person is in this group. */
    public boolean isIn(String group) {
        return groups.contains(group);
    }

    /**
     * Returns a copy with this value of a field. An empty text removes the field.
     *
     * @throws IllegalArgumentException if the name has other characters than letters, digits and underscores, or the value is
     *     longer than {@link #MAX_LENGTH}
     */
    public ContactRecord withField(String name, String value) {
        return withField(name, Value.of(value));
    }

    /** Like {@link #withField(String, String)}, for a value that can have several parts. */
    public ContactRecord withField(String name, Value value) {
        checkName(name);
        if (value.text().length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "The value of a contact's field has at most " + MAX_LENGTH + " characters");
        }
        SortedMap<String, Value> changed = new TreeMap<>(fields);
        if (value.text().isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, new Value(value.parts()));
        }
        return new ContactRecord(changed, groups);
    }

    /** Returns a copy without this field. */
    public ContactRecord withoutField(String name) {
        return withField(name, "");
    }

    /** Returns a copy in which the person is in this group. */
    public ContactRecord withGroup(String group) {
        checkName(group);
        SortedSet<String> changed = new TreeSet<>(groups);
        changed.add(group);
        return new ContactRecord(fields, changed);
    }

    /** Returns a copy in which the person is not in this group. */
    public ContactRecord withoutGroup(String group) {
        SortedSet<String> changed = new TreeSet<>(groups);
        changed.remove(group);
        return new ContactRecord(fields, changed);
    }

    /** Whether there is no field and no group. */
    public boolean isEmpty() {
        return fields.isEmpty() && groups.isEmpty();
    }

    private static void checkName(String name) {
        if (!Fields.isName(name)) {
            throw new IllegalArgumentException("The name of a contact's field or group is \"" + name
                    + "\", but must start with a letter and contain at most 64 letters, digits and underscores");
        }
    }

    /** The number of fields and groups, never their values. */
    @Override
    public String toString() {
        return "ContactRecord[" + fields.size() + " fields, " + groups.size() + " groups]";
    }
}
