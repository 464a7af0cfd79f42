package dev.parlance.outbound;

import java.util.Optional;

/**
 * A message to post to a conversation. Immutable.
 *
 * <pre>{@code
 * ConversationMessage.of("assistant", conversation, "Here is the map.").withMedia("ME00000000000000000000000000000000");
 * }</pre>
 *
 * @param conversation the conversation's SID
 * @param author the displayed author: a participant's identity, or any name
 * @param body the text; can be empty if there is media
 * @param media the SID of a picture or another file that is already on Twilio
 */
public record ConversationMessage(String conversation, String author, String body, Optional<String> media) {
    /** Checks that there is a body or media. */
    public ConversationMessage {
        if (body.isBlank() && media.isEmpty()) {
            throw new IllegalArgumentException("A conversation message needs a body or media");
        }
    }

    /** A message with text only. */
    public static ConversationMessage of(String author, String conversation, String body) {
        return new ConversationMessage(conversation, author, body, Optional.empty());
    }

    /** A copy of this message with a picture or another file. */
    public ConversationMessage withMedia(String sid) {
        return new ConversationMessage(conversation, author, body, Optional.of(sid));
    }

    /** The conversation and the length of the text, never the text itself. */
    @Override
    public String toString() {
        return "ConversationMessage[" + conversation + ", " + body.length() + " characters"
                + media.map(sid -> ", " + sid).orElse("") + "]";
    }
}
