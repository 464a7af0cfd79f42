package dev.parlance.survey.store;

import java.util.List;
import java.util.Map;

/**
 * What has changed on a shelf, so that an application can keep a copy of it current without reading all of it again. To write a
 * store that knows its changes, extend {@code dev.parlance.survey.contract.ChangesContract} in a test and make it pass.
 *
 * <pre>{@code
 * Changes changes = store.changes().orElseThrow();
 * String mark = changes.mark("session:coffee"); // before reading the shelf
 * Changes.Batch batch = changes.since("session:coffee", mark, 1_000);
 * batch.versions().keySet();                    // load these, if their version is new
 * mark = batch.mark();                          // for the next time
 * }</pre>
 */
public interface Changes {
    /**
     * A mark of this moment: everything that is saved on the shelf after this call is found by {@link #since}.
     *
     * @throws StoreException if the store can't be reached
     */
    String mark(String shelf);

    /**
     * The documents that were saved since a mark, the earliest first. It can also have some that were saved shortly before, so
     * compare their versions with those that you have.
     *
     * @param limit the most documents; if there are more, the next call with the new mark finds them
     * @throws StoreException if the store can't be reached
     */
    Batch since(String shelf, String mark, int limit);

    /**
     * Some ids of a shelf in a fixed order, to find out which documents were deleted.
     *
     * @param afterId the last id of the previous page; empty for the first page
     * @throws StoreException if the store can't be reached
     */
    List<String> ids(String shelf, String afterId, int limit);

    /**
     * Changes of a shelf.
     *
     * @param versions the id and the version of each document that was saved
     * @param hasDeletions whether documents were deleted. A deleted document that was created again can have a version that you
     *     know, so load all of {@code versions}
     * @param hasMore whether the limit was reached
     * @param mark the mark for the next call
     */
    record Batch(Map<String, Long> versions, boolean hasDeletions, boolean hasMore, String mark) {
        /** Copies the map. */
        public Batch {
            versions = Map.copyOf(versions);
        }
    }
}
