package dev.parlance.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What somebody wrote to the bot.
 *
 * @param id tells it from other messages in its channel: Slack's {@code ts}, or the message's SID
 * @param channel where it was written: a channel's id, or the conversation's SID
 * @param author who wrote it: a user's id, an identity, or a number
 * @param thread the thread that it was written in, if it was in one
 * @param parts its text in parts, without the bot's own name
 * @param files what came with it
 * @param event the event that told of it
 */
public record BotMessage(
        String id,
        String channel,
        String author,
        Optional<String> thread,
        List<Part> parts,
        List<SharedFile> files,
        BotEvent event) {
    /** Keeps its own copies of the lists. */
    public BotMessage {
        parts = List.copyOf(parts);
        files = List.copyOf(files);
    }

    /** The text as a person reads it, without the bot's own name. */
    public String text() {
        return parts.stream().map(Part::plain).collect(Collectors.joining()).strip();
    }

    /** This message without the name of the one that it is for. */
    BotMessage withoutNameOf(String self) {
        List<Part> others = new ArrayList<>();
        boolean removed = false;
        for (Part part : parts) {
            if (part instanceof Part.Person person && person.id().equals(self)) {
                removed = true;
            } else {
                others.add(removed ? withoutBlankBefore(part, others) : part);
                removed = false;
            }
        }
        return new BotMessage(id, channel, author, thread, others, files, event);
    }

    /** A name between two blanks would leave two of them. */
    private static Part withoutBlankBefore(Part part, List<Part> before) {
        boolean blankAlready =
                before.isEmpty() || before.get(before.size() - 1).plain().matches("(?s).*\\s");
        return blankAlready && part instanceof Part.Words words
                ? new Part.Words(words.text().stripLeading())
                : part;
    }

    /** Whether there is nothing in it that could be answered: it is made of what only the platform can show. */
    boolean isEmpty() {
        return text().isEmpty() && files.isEmpty();
    }

    /** Which message it is; never what it says or who wrote it. */
    @Override
    public String toString() {
        return "BotMessage[" + channel + " " + id + "]";
    }
}
