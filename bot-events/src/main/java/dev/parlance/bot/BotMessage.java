package dev.parlance.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A message to the bot.
 *
 * @param id the message's id, unique in its channel: Slack's {@code ts}, or the message's SID
 * @param channel the channel's id, or the conversation's SID
 * @param author the author: a user id, an identity or a phone number
 * @param thread the thread of the message, if any
 * @param parts the text in parts, without the bot's own name
 * @param files the attached files
 * @param event the event that reported the message
 */
public record BotMessage(
        String id,
        String channel,
        String author,
        Optional<String> thread,
        List<MessagePart> parts,
        List<SharedFile> files,
        BotEvent event) {
    /** Copies the lists. */
    public BotMessage {
        parts = List.copyOf(parts);
        files = List.copyOf(files);
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
        return blankAlready && part instanceof MessagePart.Text words
                ? new MessagePart.Text(words.text().stripLeading())
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
