package dev.parlance.survey.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps documents, and compares and sets them. Any engine that can do that can hold surveys; to write a store of one's own,
 * extend {@code dev.parlance.survey.contract.DocumentStoreContract} in a test and make it pass.
 *
 * <p>What {@link #save} has returned true for survives a crash of the machine, unless a store says otherwise. Stores are safe
 * for use by several threads, and but for the one in memory by several machines.
 */
public interface DocumentStore extends AutoCloseable {
    /**
     * The document of this name as it was saved last.
     *
     * @throws StoreException if the store cannot be reached
     */
    Optional<Document> load(Key key);

    /**
     * The documents of these names that are there. Default: loads one after the other. A store that can read them in one
     * request overrides this.
     *
     * @throws StoreException if the store cannot be reached
     */
    default Map<Key, Document> loadAll(Collection<Key> keys) {
        Map<Key, Document> found = new HashMap<>();
        for (Key key : keys) {
            load(key).ifPresent(document -> found.put(key, document));
        }
        return found;
    }

    /**
     * Saves a document if nobody has saved it since it was loaded: if the version kept is that of this document, or if none
     * is kept and this one's is 0. The version kept is then one more.
     *
     * @return whether it was saved
     * @throws StoreException if the store cannot be reached; the document may then have been saved or not
     */
    boolean save(Document document);

    /** The documents of a shelf whose time to wake has come, those that have waited longest first. */
    List<Document> due(String shelf, Instant now, int limit);

    /**
     * The documents of a shelf in an order of their ids, from after one on: a page at a time, so that any number of them
     * can be gone through in little memory.
     *
     * @param afterId the last id of the page before; empty for the first page
     */
    List<Document> page(String shelf, String afterId, int limit);

    /**
     * Deletes all that is of an owner, for good.
     *
     * @return how many documents were deleted
     */
    int forget(String owner);

    /** The sums that this store keeps. Default: empty, it keeps none, and results are counted by reading all documents. */
    default Optional<Tallies> tallies() {
        return Optional.empty();
    }

    /** Ends what the store began; to be called twice does no harm. */
    @Override
    default void close() {}
}
