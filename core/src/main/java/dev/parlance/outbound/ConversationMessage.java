package dev.parlance.outbound;

import java.util.List;
import java.util.Optional;

/**
 * A message to post to a conversation. Immutable: each {@code with} method returns a new message.
 *
 * <pre>{@code
 * ConversationMessage message = ConversationMessage.to("CH…", "Here is the map.").withAuthor("assistant");
 * }</pre>
 */
public final class ConversationMessage {
    private final String conversation;
    private final String body;
    private final Optional<String> author;
    private final Optional<String> media;

    private ConversationMessage(String conversation, String body, Optional<String> author, Optional<String> media) {
        this.conversation = conversation;
        this.body = body;
        this.author = author;
        this.media = media;
    }

    /**
     * A message to a conversation.
     *
     * @param conversation the conversation's SID, {@code CH…}
     * @param body the text; can be empty if you add media
     */
    public static ConversationMessage to(String conversation, String body) {
        return new ConversationMessage(conversation, body, Optional.empty(), Optional.empty());
    }

    /** Sets the displayed author: a participant's identity, or any name. Default: Twilio's {@code system}. */
    public ConversationMessage withAuthor(String name) {
        return new ConversationMessage(conversation, body, Optional.of(name), media);
    }

    /** Adds a picture or another file that is already on Twilio. */
    public ConversationMessage withMedia(String sid) {
        return new ConversationMessage(conversation, body, author, Optional.of(sid));
    }

    /** The conversation's SID. */
    public String conversation() {
        return conversation;
    }

    /** The text; can be empty if there is media. */
    public String body() {
        return body;
    }

    /** The displayed author. */
    public Optional<String> author() {
        return author;
    }

    /** The SID of a file that is already on Twilio. */
    public Optional<String> media() {
        return media;
    }

    private List<Object> values() {
        return List.of(conversation, body, author, media);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConversationMessage that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    /** The conversation and the length of the text, never the text itself. */
    @Override
    public String toString() {
        return "ConversationMessage[" + conversation + ", " + body.length() + " characters"
                + media.map(sid -> ", " + sid).orElse("") + "]";
    }
}
