package dev.parlance.bot;

import java.util.List;

/**
 * A message that the bot has posted.
 *
 * <pre>{@code
 * PostedMessage waiting = reply.post("One moment …");
 * waiting.update("42");
 * }</pre>
 */
public interface PostedMessage {
    /** The message's id, unique in its channel. */
    String id();

    /** Replaces the text. */
    default void update(String text) {
        update(List.of(MessagePart.text(text)));
    }

    /** Replaces the text. */
    void update(List<MessagePart> parts);

    /** Deletes the message. */
    void delete();
}
