package dev.parlance.bot;

import java.util.List;

/** A message of the bot in a channel. */
record SlackMessage(BotClient client, String channel, String id) implements PostedMessage {
    @Override
    public void update(List<MessagePart> parts) {
        client.change(
                "chat.update",
                slack -> slack.chatUpdate(r -> r.channel(channel).ts(id).text(SlackText.write(parts))));
    }

    @Override
    public void delete() {
        client.change(
                "chat.delete", slack -> slack.chatDelete(r -> r.channel(channel).ts(id)));
    }
}
