package dev.parlance.outbound;

/**
 * Confirms that a text or a call was accepted.
 *
 * @param sid the SID of the text or call, which also appears in callbacks and in Twilio's log
 * @param status its status when it was accepted, for example {@code queued}
 */
public record Receipt(String sid, String status) {}
