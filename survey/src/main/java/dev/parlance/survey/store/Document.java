package dev.parlance.survey.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A document that is kept: a session, or one of the few that are wider than one.
 *
 * @param key its name
 * @param version how often it was saved; 0 for one that never was
 * @param owner whose it is, so that it can be forgotten with all else of theirs; empty for what is nobody's
 * @param wakeAt when there is something to be done about it
 * @param json what it holds
 */
public record Document(Key key, long version, String owner, Optional<Instant> wakeAt, String json) {
    /** Keeps the time as precisely as every store can. */
    public Document {
        wakeAt = wakeAt.map(time -> Instant.ofEpochMilli(time.toEpochMilli()));
    }

    /** A document that was never saved. */
    public static Document create(Key key, String owner, Optional<Instant> wakeAt, String json) {
        return new Document(key, 0, owner, wakeAt, json);
    }

    /** The same document, to hold this. */
    public Document with(Optional<Instant> newWakeAt, String newJson) {
        return new Document(key, version, owner, newWakeAt, newJson);
    }

    /** The same document after it was saved once more. */
    public Document saved() {
        return new Document(key, version + 1, owner, wakeAt, json);
    }

    /** Which, and how often saved; never what it holds. */
    @Override
    public String toString() {
        return "Document[" + key.shelf() + ", version " + version + ", " + json.length() + " characters]";
    }
}
