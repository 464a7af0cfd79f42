package dev.parlance.survey.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stores documents with compare-and-set. To write your own store, extend {@code
 * dev.parlance.survey.contract.DocumentStoreContract} in a test and make it pass.
 *
 * <p>Once {@link #save} has returned true, the document survives a crash of the machine, unless a store says otherwise. Stores
 * are thread-safe, and several machines can share any store except the one in memory.
 */
public interface DocumentStore extends AutoCloseable {
    /** A store in memory, for tests and trials. Its documents are lost when the application ends. */
    static DocumentStore inMemory() {
        return new MemoryDocuments();
    }

    /**
     * The document with this key.
     *
     * @throws StoreException if the store can't be reached
     */
    Optional<Document> load(Key key);

    /**
     * The documents that exist for these keys. Default: loads them one after the other. Override it if the store can read them in
     * one request.
     *
     * @throws StoreException if the store can't be reached
     */
    default Map<Key, Document> loadAll(Collection<Key> keys) {
        Map<Key, Document> found = new HashMap<>();
        for (Key key : keys) {
            load(key).ifPresent(document -> found.put(key, document));
        }
        return found;
    }

    /**
     * Saves a document if it has not changed since it was loaded: if the stored version equals this document's version, or if none
     * is stored and this version is 0. Increases the stored version by one.
     *
     * @return whether it was saved
     * @throws StoreException if the store can't be reached; the document may or may not have been saved
     */
    boolean save(Document document);

    /**
     * Saves documents, each as {@link #save} does. Default: one after the other. Override it if the store can save many at once. If
     * two new documents have the same key, the first one is saved.
     *
     * @return the documents that were not saved, in any order
     * @throws StoreException if the store can't be reached; any of the documents may or may not have been saved
     */
    default List<Document> saveAll(List<Document> documents) {
        return documents.stream().filter(document -> !save(document)).toList();
    }

    /** The documents of a shelf whose time to wake has passed, the earliest first. */
    List<Document> due(String shelf, Instant now, int limit);

    /**
     * A page of the documents of a shelf, in a fixed order of their ids. Use it to read any number of documents in little memory.
     *
     * @param afterId the last id of the previous page; empty for the first page
     */
    List<Document> page(String shelf, String afterId, int limit);

    /**
     * Deletes all documents of an owner permanently.
     *
     * @return the number of deleted documents
     */
    int forget(String owner);

    /** The sums that this store keeps. Default: empty; results are then counted by reading all documents. */
    default Optional<Tallies> tallies() {
        return Optional.empty();
    }

    /** The changes that this store knows. Default: empty; a copy of its documents is then kept current by reading all of them. */
    default Optional<Changes> changes() {
        return Optional.empty();
    }

    /** Releases the store's resources. A second call has no effect. */
    @Override
    default void close() {}
}
