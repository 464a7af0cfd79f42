package dev.parlance.outbound;

/**
 * Identifies a message in a conversation.
 *
 * @param conversation the conversation's SID, {@code CH…}
 * @param sid the message's SID, {@code IM…}
 */
public record MessageId(String conversation, String sid) {}
