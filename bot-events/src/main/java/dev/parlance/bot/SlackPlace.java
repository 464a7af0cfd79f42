package dev.parlance.bot;

import java.util.List;
import java.util.Optional;

/** A channel or thread in Slack. */
record SlackPlace(BotClient client, BotMessage message) implements Place {
    /** Slack's recommended maximum, far below the limit at which it refuses. */
    private static final int LONGEST = 4_000;

    @Override
    public PostedMessage post(List<MessagePart> parts, boolean inThread) {
        Optional<String> thread = inThread ? message.thread().or(() -> Optional.of(message.id())) : message.thread();
        return client.post(message.channel(), thread, parts);
    }

    @Override
    public Optional<String> language() {
        return client.languageOf(message.author());
    }

    @Override
    public boolean showsUpdates() {
        return true;
    }

    @Override
    public int longest() {
        return LONGEST;
    }
}
