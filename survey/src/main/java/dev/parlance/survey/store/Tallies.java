package dev.parlance.survey.store;

import java.util.List;

/**
 * The sums that some stores keep, so that nobody has to read all documents to count them: for each shelf, all the
 * {@linkplain Document#tally() tallies} of its documents added up. To write a store that keeps sums, extend
 * {@code dev.parlance.survey.contract.TalliesContract} in a test and make it pass.
 */
public interface Tallies {
    /**
     * The sum of the tallies of all documents on a shelf. It is exact at some moment during the call: each saved document
     * counts once, with its newest tally.
     *
     * @throws StoreException if the store cannot be reached
     */
    Tally sum(String shelf);

    /**
     * Documents of a shelf whose tally is out of date, because a version of the application that has no tallies saved them.
     * Work their tallies out and pass them to {@link #update}.
     */
    List<Document> outdated(String shelf, int limit);

    /**
     * Saves the tallies of documents and the {@linkplain Document#touchedAt() times} of their last answers, and nothing else.
     * Skips documents that somebody has saved since they were loaded.
     */
    void update(List<Document> documents);

    /** The documents of a shelf that were {@linkplain Document#touchedAt() touched} last, the newest first. */
    List<Document> newest(String shelf, int limit);
}
