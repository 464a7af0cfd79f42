package dev.parlance.survey.machine;

/**
 * A handled webhook with its reply, so that a repeat gets the same reply.
 *
 * @param id the message's SID, or the call's SID with the turn
 * @param reply the document; empty once it has been dropped
 */
public record Handled(String id, String reply) {
    /** The id, but not the reply. */
    @Override
    public String toString() {
        return "Handled[" + id + "]";
    }
}
