package dev.parlance.outbound;

import java.util.List;

/**
 * Conversations of several people, some of whom text and some of whom chat.
 *
 * <pre>{@code
 * Receipt receipt = conversations.write(ConversationMessage.by("assistant", conversation, "Your parcel is on its way."));
 * conversations.rewrite(conversation, receipt.sid(), "Your parcel is there.");
 * }</pre>
 *
 * <p>Implementations are safe for use by several threads.
 */
public interface Conversations {
    /**
     * Writes into a conversation, for all who take part in it.
     *
     * @throws OutboundException if it was refused, or if it is not known whether it was accepted
     */
    Receipt write(ConversationMessage message);

    /**
     * Gives a message other words. Who chats sees them; who texts keeps the text that he got.
     *
     * @throws OutboundException if it was refused, or if it is not known whether it was done
     */
    void rewrite(String conversation, String message, String body);

    /**
     * Removes a message. Who texts keeps the text that he got.
     *
     * @throws OutboundException if it was refused, or if it is not known whether it was done
     */
    void remove(String conversation, String message);

    /**
     * Who takes part, the first one first.
     *
     * @throws OutboundException if it cannot be found out
     */
    List<Participant> participants(String conversation);
}
