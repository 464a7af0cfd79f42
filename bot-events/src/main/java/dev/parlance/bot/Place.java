package dev.parlance.bot;

import java.util.List;
import java.util.Optional;

/** Where a message was written, and is answered. */
interface Place {
    /**
     * Writes there.
     *
     * @param inThread in a thread of its own, where there are threads and the message was in none
     */
    PostedMessage post(List<Part> parts, boolean inThread);

    /** The language of whoever wrote the message, where it can be found out. */
    Optional<String> language();

    /** Whether everybody there sees it when a message is given other words. */
    boolean showsUpdates();

    /** How many characters one message should have at most. */
    int longest();
}
