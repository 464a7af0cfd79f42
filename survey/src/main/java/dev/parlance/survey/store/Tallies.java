package dev.parlance.survey.store;

import java.util.List;

/**
 * The sums that some stores keep to avoid counting all documents: for each shelf, the total of its documents' {@linkplain
 * Document#tally() tallies}. To write a store that keeps sums, extend {@code dev.parlance.survey.contract.TalliesContract} in a
 * test and make it pass.
 */
public interface Tallies {
    /**
     * The sum of the tallies of all documents on a shelf. It is exact for some moment during the call: each saved document counts
     * once, with its newest tally.
     *
     * @throws StoreException if the store can't be reached
     */
    Tally sum(String shelf);

    /**
     * Documents of a shelf whose tally is out of date because a version without tallies saved them. Compute their tallies and pass
     * them to {@link #update}.
     */
    List<Document> outdated(String shelf, int limit);

    /**
     * Saves only the documents' tallies and the {@linkplain Document#lastChangedAt() times} of their last replies. Skips documents that
     * have been saved since they were loaded.
     */
    void update(List<Document> documents);

    /** The documents of a shelf that were {@linkplain Document#lastChangedAt() touched} last, the newest first. */
    List<Document> newest(String shelf, int limit);
}
