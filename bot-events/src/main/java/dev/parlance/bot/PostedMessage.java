package dev.parlance.bot;

import java.util.List;

/**
 * A message that the bot has written.
 *
 * <pre>{@code
 * PostedMessage waiting = reply.say("One moment …");
 * waiting.update(answer());
 * }</pre>
 */
public interface PostedMessage {
    /** Tells it from other messages in its channel. */
    String id();

    /** Gives it other words. */
    default void update(String text) {
        update(List.of(Part.words(text)));
    }

    /** Gives it other words. */
    void update(List<Part> parts);

    /** Takes it away. */
    void delete();
}
