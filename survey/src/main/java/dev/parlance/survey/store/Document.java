package dev.parlance.survey.store;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A document that is kept: a session, or one of the few that are wider than one. Immutable.
 *
 * <pre>{@code
 * Document draft = Document.create(new Key("session:coffee", "+15005550006"), owner, Optional.empty(), "{}");
 * store.save(draft);
 * store.save(store.load(draft.key()).orElseThrow().withJson("{\"taste\":5}"));
 * }</pre>
 */
public final class Document {
    private final Key key;
    private final long version;
    private final String owner;
    private final Optional<Instant> wakeAt;
    private final String json;
    private final Optional<Instant> touchedAt;
    private final Optional<Tally> tally;
    private final Tally summed;

    private Document(
            Key key,
            long version,
            String owner,
            Optional<Instant> wakeAt,
            String json,
            Optional<Instant> touchedAt,
            Optional<Tally> tally,
            Tally summed) {
        this.key = key;
        this.version = version;
        this.owner = owner;
        this.wakeAt = wakeAt.map(Document::inMilliseconds);
        this.json = json;
        this.touchedAt = touchedAt.map(Document::inMilliseconds);
        this.tally = tally;
        this.summed = summed;
    }

    /** Every store can keep a time as precisely as this. */
    private static Instant inMilliseconds(Instant time) {
        return Instant.ofEpochMilli(time.toEpochMilli());
    }

    /** A document that was never saved. */
    public static Document create(Key key, String owner, Optional<Instant> wakeAt, String json) {
        return stored(key, 0, owner, wakeAt, json);
    }

    /** A document that a store has read. */
    public static Document stored(Key key, long version, String owner, Optional<Instant> wakeAt, String json) {
        return new Document(key, version, owner, wakeAt, json, Optional.empty(), Optional.of(Tally.NONE), Tally.NONE);
    }

    /** Its name. */
    public Key key() {
        return key;
    }

    /** How often it was saved; 0 if it never was. */
    public long version() {
        return version;
    }

    /** Whose it is, so that it can be forgotten with all else of theirs; empty if it is nobody's. */
    public String owner() {
        return owner;
    }

    /** When there is something to be done about it. */
    public Optional<Instant> wakeAt() {
        return wakeAt;
    }

    /** What it holds. */
    public String json() {
        return json;
    }

    /** When its owner last did something to it. Only stores that keep {@link Tallies} keep this. */
    public Optional<Instant> touchedAt() {
        return touchedAt;
    }

    /**
     * What it adds to the sums of its shelf. Empty if that is out of date, see {@link Tallies#outdated}. Only stores that keep
     * {@link Tallies} keep this.
     */
    public Optional<Tally> tally() {
        return tally;
    }

    /** What the sums of its shelf have of it: a store that keeps sums adds what {@link #tally} has more or less. */
    public Tally summed() {
        return summed;
    }

    /** The same document with another time to wake. */
    public Document withWakeAt(Optional<Instant> newWakeAt) {
        return new Document(key, version, owner, newWakeAt, json, touchedAt, tally, summed);
    }

    /** The same document with other content. */
    public Document withJson(String newJson) {
        return new Document(key, version, owner, wakeAt, newJson, touchedAt, tally, summed);
    }

    /** The same document with another time at which its owner last did something to it. */
    public Document withTouchedAt(Optional<Instant> newTouchedAt) {
        return new Document(key, version, owner, wakeAt, json, newTouchedAt, tally, summed);
    }

    /** The same document, adding this to the sums of its shelf when it is saved. */
    public Document withTally(Tally newTally) {
        return new Document(key, version, owner, wakeAt, json, touchedAt, Optional.of(newTally), summed);
    }

    /**
     * The same document, of which the sums have this already. For stores.
     *
     * @param isCurrent whether this is the tally of this version of the document, and not of an older one
     */
    public Document withSummed(Tally newSummed, boolean isCurrent) {
        Optional<Tally> current = isCurrent ? Optional.of(newSummed) : Optional.empty();
        return new Document(key, version, owner, wakeAt, json, touchedAt, current, newSummed);
    }

    /** The same document after it was saved once more. */
    public Document saved() {
        return new Document(key, version + 1, owner, wakeAt, json, touchedAt, tally, tally.orElse(summed));
    }

    /** Whether all but {@link #summed} are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Document document
                && key.equals(document.key)
                && version == document.version
                && owner.equals(document.owner)
                && wakeAt.equals(document.wakeAt)
                && json.equals(document.json)
                && touchedAt.equals(document.touchedAt)
                && tally.equals(document.tally);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, version, owner, wakeAt, json, touchedAt, tally);
    }

    /** Which, and how often saved; never what it holds. */
    @Override
    public String toString() {
        return "Document[" + key.shelf() + ", version " + version + ", " + json.length() + " characters]";
    }
}
