package dev.parlance.survey.machine;

/**
 * A webhook that was handled, with what it was answered, so that a repeat is answered the same.
 *
 * @param id the message's SID, or the call's with the turn
 * @param reply the document; empty where it is remembered no more
 */
public record Handled(String id, String reply) {
    /** Which; never what was said. */
    @Override
    public String toString() {
        return "Handled[" + id + "]";
    }
}
