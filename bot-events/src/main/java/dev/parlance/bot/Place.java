package dev.parlance.bot;

import java.util.List;
import java.util.Optional;

/** The place where a message was written and is answered. */
interface Place {
    /**
     * Posts a message.
     *
     * @param inThread whether to start a thread if the answered message is not in one; ignored where there are no threads
     */
    PostedMessage post(List<MessagePart> parts, boolean inThread);

    /** The language of the message's author, if known. */
    Optional<String> language();

    /** Whether everyone sees updates of a message. */
    boolean showsUpdates();

    /** The maximum number of characters in a message. */
    int longest();
}
