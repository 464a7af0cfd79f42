package dev.parlance.simulator.traffic;

import java.util.Set;

/**
 * Whom an entry is about.
 *
 * @param person the address of the person, or empty
 * @param call the SID of the call, or empty
 * @param sids the SIDs of the messages, calls and recordings that it names
 */
public record Subject(String person, String call, Set<String> sids) {
    static final Subject NOBODY = new Subject("", "", Set.of());

    /** Copies the SIDs. */
    public Subject {
        sids = Set.copyOf(sids);
    }

    /** With what the other one knows and this one does not. */
    Subject or(Subject other) {
        return new Subject(
                person.isEmpty() ? other.person : person,
                call.isEmpty() ? other.call : call,
                sids.isEmpty() ? other.sids : sids);
    }
}
