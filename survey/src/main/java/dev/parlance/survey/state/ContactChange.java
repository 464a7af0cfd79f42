package dev.parlance.survey.state;

import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.ContactRecord;
import java.time.Instant;
import java.util.List;

/**
 * A change of a person's contact that a session has decided, to be written into the contact once.
 *
 * @param sequence the sequence of its event among those of the session, which orders the changes
 * @param at when it was decided
 * @param name the field or the group
 * @param parts the value of the field; empty for groups
 */
public record ContactChange(long sequence, Instant at, Kind kind, String name, List<String> parts) {
    /** What changes. */
    public enum Kind {
        /** A field gets a value. */
        FIELD,
        /** The person joins a group. */
        ADD,
        /** The person leaves a group. */
        REMOVE
    }

    /** Copies the list. */
    public ContactChange {
        parts = List.copyOf(parts);
    }

    /** The contact after the change. */
    public ContactRecord in(ContactRecord contact) {
        return switch (kind) {
            case FIELD -> contact.withField(name, new Value(parts));
            case ADD -> contact.withGroup(name);
            case REMOVE -> contact.withoutGroup(name);
        };
    }

    /** The contact after several changes. */
    public static ContactRecord all(List<ContactChange> changes, ContactRecord contact) {
        ContactRecord changed = contact;
        for (ContactChange change : changes) {
            changed = change.in(changed);
        }
        return changed;
    }

    /** The kind and the name, never the value. */
    @Override
    public String toString() {
        return "ContactChange[" + kind + " " + name + "]";
    }
}
