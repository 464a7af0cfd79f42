package dev.parlance.outbound;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Stores messages with buttons and lists at Twilio, and follows WhatsApp's approval of them as templates.
 *
 * <p>Implementations must be thread-safe.
 */
public interface ContentStore {
    /** Stores a content. */
    StoredContent create(Content content);

    /** Returns all contents, fetching pages as the stream is consumed. */
    Stream<StoredContent> list();

    /**
     * Returns the contents whose names contain a word, with the state of WhatsApp's review. The reviews cost no requests of their
     * own, and pages are fetched as the stream is consumed.
     *
     * @param word letters, digits and underscores
     */
    Stream<ReviewedContent> listReviewed(String word);

    /** Returns the content with this SID; empty if it is unknown. */
    Optional<StoredContent> find(String sid);

    /** Deletes a content. Returns whether there was one. */
    boolean delete(String sid);

    /**
     * Asks WhatsApp to approve a content as a template. The review takes minutes to days.
     *
     * @param name the template's name: lower-case letters, digits and underscores
     */
    ContentApproval requestApproval(String sid, String name, ContentApproval.Category category);

    /** Returns the state of WhatsApp's review. */
    ContentApproval approval(String sid);
}
