package dev.parlance.outbound;

import java.util.Optional;

/**
 * A message to be written into a conversation. Immutable.
 *
 * <pre>{@code
 * ConversationMessage.by("assistant", conversation, "Here is the map.").withMedia(mediaSid);
 * }</pre>
 *
 * @param conversation the conversation's SID
 * @param author who seems to have written it: the identity of one who takes part, or any name
 * @param body the words; may be empty where there is a medium
 * @param media the SID of a picture or another file that Twilio has already
 */
public record ConversationMessage(String conversation, String author, String body, Optional<String> media) {
    /** Checks that there is something to write. */
    public ConversationMessage {
        if (body.isBlank() && media.isEmpty()) {
            throw new IllegalArgumentException("A message in a conversation needs a body or a medium");
        }
    }

    /** A message of words alone. */
    public static ConversationMessage by(String author, String conversation, String body) {
        return new ConversationMessage(conversation, author, body, Optional.empty());
    }

    /** The same with a picture or another file. */
    public ConversationMessage withMedia(String sid) {
        return new ConversationMessage(conversation, author, body, Optional.of(sid));
    }

    /** Where it goes and how long it is; never the words. */
    @Override
    public String toString() {
        return "ConversationMessage[" + conversation + ", " + body.length() + " characters"
                + media.map(sid -> ", " + sid).orElse("") + "]";
    }
}
