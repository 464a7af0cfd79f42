package dev.parlance.outbound;

import java.util.List;

/**
 * Group conversations between people who text and people who chat.
 *
 * <pre>{@code
 * MessageId id = account.conversations()
 *         .send(ConversationMessage.to("CH…", "Your parcel is on its way.").withAuthor("assistant"));
 * account.conversations().edit(id, "Your parcel is there.");
 * }</pre>
 *
 * <p>Implementations must be thread-safe.
 */
public interface Conversations {
    /**
     * Posts a message to all participants of a conversation.
     *
     * @throws OutboundException if the message was refused, or if the outcome is unknown
     */
    MessageId send(ConversationMessage message);

    /**
     * Changes the text of a message. Participants who chat see the change; those who text keep the original.
     *
     * @throws OutboundException if the change was refused, or if the outcome is unknown
     */
    void edit(MessageId message, String newBody);

    /**
     * Removes a message. Participants who text keep it.
     *
     * @throws OutboundException if the removal was refused, or if the outcome is unknown
     */
    void delete(MessageId message);

    /**
     * The participants, oldest first.
     *
     * @param conversation the conversation's SID
     * @throws OutboundException if they cannot be fetched
     */
    List<Participant> participants(String conversation);
}
