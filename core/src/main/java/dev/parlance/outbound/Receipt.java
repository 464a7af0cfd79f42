package dev.parlance.outbound;

/**
 * What the carrier answers when it accepts a text or a call.
 *
 * @param sid the carrier's name for it, by which callbacks and the log know it
 * @param status its state at that moment, such as {@code queued}
 */
public record Receipt(String sid, String status) {}
