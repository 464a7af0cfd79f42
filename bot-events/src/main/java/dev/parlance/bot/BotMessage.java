package dev.parlance.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A message to the bot. */
public final class BotMessage {
    private final String id;
    private final String channel;
    private final String author;
    private final Optional<String> thread;
    private final List<MessagePart> parts;
    private final List<SharedFile> files;
    private final BotEvent event;

    BotMessage(
            String id,
            String channel,
            String author,
            Optional<String> thread,
            List<MessagePart> parts,
            List<SharedFile> files,
            BotEvent event) {
        this.id = id;
        this.channel = channel;
        this.author = author;
        this.thread = thread;
        this.parts = List.copyOf(parts);
        this.files = List.copyOf(files);
        this.event = event;
    }

    /** The message's id, unique in its channel: Slack's {@code ts}, or the message's SID. */
    public String id() {
        return id;
    }

    /** The channel's id, or the conversation's SID. */
    public String channel() {
        return channel;
    }

    /** The author: a user id, an identity or a phone number. */
    public String author() {
        return author;
    }

    /** The thread of the message, if any. */
    public Optional<String> thread() {
        return thread;
    }

    /** The text in parts, without the bot's own name. */
    public List<MessagePart> parts() {
        return parts;
    }

    /** The attached files. */
    public List<SharedFile> files() {
        return files;
    }

    /** The event that reported the message. */
    public BotEvent event() {
        return event;
    }

    /** The text as displayed, without the bot's own name. */
    public String text() {
        return parts.stream()
                .map(MessagePart::plain)
                .collect(Collectors.joining())
                .strip();
    }

    /** This message without mentions of this user. */
    BotMessage withoutNameOf(String self) {
        List<MessagePart> others = new ArrayList<>();
        boolean removed = false;
        for (MessagePart part : parts) {
            if (part instanceof MessagePart.Person person && person.id().equals(self)) {
                removed = true;
            } else {
                others.add(removed ? withoutBlankBefore(part, others) : part);
                removed = false;
            }
        }
        return new BotMessage(id, channel, author, thread, others, files, event);
    }

    /** Removing a name between two spaces would leave both. */
    private static MessagePart withoutBlankBefore(MessagePart part, List<MessagePart> before) {
        boolean blankAlready =
                before.isEmpty() || before.get(before.size() - 1).plain().matches("(?s).*\\s");
        return blankAlready && part instanceof MessagePart.Text text
                ? new MessagePart.Text(text.text().stripLeading())
                : part;
    }

    /** Whether there is no text and no file, as in messages that only have blocks or attachments. */
    boolean isEmpty() {
        return text().isEmpty() && files.isEmpty();
    }

    /** Channel and id. Never contains the text or the author. */
    @Override
    public String toString() {
        return "BotMessage[" + channel + " " + id + "]";
    }
}
