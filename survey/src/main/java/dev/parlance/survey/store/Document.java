package dev.parlance.survey.store;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A stored document: a session, or one of the few shared between sessions. Immutable.
 *
 * <pre>{@code
 * Document draft = Document.create(new Key("session:coffee", "+15005550006"), "owner-1", Optional.empty(), "{}");
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

    /** Milliseconds are the precision that every store supports. */
    private static Instant inMilliseconds(Instant time) {
        return Instant.ofEpochMilli(time.toEpochMilli());
    }

    /** Creates a new document. */
    public static Document create(Key key, String owner, Optional<Instant> wakeAt, String json) {
        return stored(key, 0, owner, wakeAt, json);
    }

    /** Creates a document that was read from a store. For stores. */
    public static Document stored(Key key, long version, String owner, Optional<Instant> wakeAt, String json) {
        return new Document(key, version, owner, wakeAt, json, Optional.empty(), Optional.of(Tally.NONE), Tally.NONE);
    }

    /** The key. */
    public Key key() {
        return key;
    }

    /** How often the document has been saved; 0 for a new one. */
    public long version() {
        return version;
    }

    /** The owner, whose documents {@link DocumentStore#forget} deletes together, or empty. */
    public String owner() {
        return owner;
    }

    /** When the document is due; see {@link DocumentStore#due}. */
    public Optional<Instant> wakeAt() {
        return wakeAt;
    }

    /** The content. */
    public String json() {
        return json;
    }

    /** When its owner last changed it. Only stores that keep {@link Tallies} keep this. */
    public Optional<Instant> lastChangedAt() {
        return touchedAt;
    }

    /**
     * What the document adds to the sums of its shelf. Empty if out of date, see {@link Tallies#outdated}. Only stores that keep
     * {@link Tallies} keep this.
     */
    public Optional<Tally> tally() {
        return tally;
    }

    /** What the document has already added to the sums of its shelf. A store adds the difference to {@link #tally}. */
    public Tally countedTally() {
        return summed;
    }

    /** A copy with this time to wake. */
    public Document withWakeAt(Optional<Instant> newWakeAt) {
        return new Document(key, version, owner, newWakeAt, json, touchedAt, tally, summed);
    }

    /** A copy with this content. */
    public Document withJson(String newJson) {
        return new Document(key, version, owner, wakeAt, newJson, touchedAt, tally, summed);
    }

    /** A copy with this time of the owner's last change. */
    public Document withLastChangedAt(Optional<Instant> newTouchedAt) {
        return new Document(key, version, owner, wakeAt, json, newTouchedAt, tally, summed);
    }

    /** A copy with this tally, which saving adds to the sums of its shelf. */
    public Document withTally(Tally newTally) {
        return new Document(key, version, owner, wakeAt, json, touchedAt, Optional.of(newTally), summed);
    }

    /**
     * A copy with the tally that the sums already contain. For stores.
     *
     * @param isCurrent whether this is the tally of the document's current version, not of an older one
     */
    public Document withCountedTally(Tally newSummed, boolean isCurrent) {
        Optional<Tally> current = isCurrent ? Optional.of(newSummed) : Optional.empty();
        return new Document(key, version, owner, wakeAt, json, touchedAt, current, newSummed);
    }

    /** A copy with the version after a save. For stores. */
    public Document saved() {
        return new Document(key, version + 1, owner, wakeAt, json, touchedAt, tally, tally.orElse(summed));
    }

    /** Compares everything except {@link #summed}. */
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

    /** The shelf, the version and the length, but not the content. */
    @Override
    public String toString() {
        return "Document[" + key.collection() + ", version " + version + ", " + json.length() + " characters]";
    }
}
