package dev.parlance.bot;

import dev.parlance.fake.slack.FakeApp;
import dev.parlance.fake.slack.FakeChannel;
import dev.parlance.fake.slack.FakeMember;
import dev.parlance.fake.slack.FakeWorkspace;
import dev.parlance.security.SlackSignature;
import dev.parlance.settings.Secret;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A workspace with a bot that has all scopes, a member called Ana, and a channel with both. */
final class BotFixture implements AutoCloseable {
    static final String URL = "https://bot.example/twilio/events";

    final FakeWorkspace workspace = FakeWorkspace.start();
    final FakeApp app = workspace
            .app("CodeDoc")
            .scopes("app_mentions:read", "chat:write", "im:history", "channels:history", "commands", "users:read")
            .install()
            .messagesTab(true);
    final FakeChannel general = workspace.channel("general").invites(app);
    final FakeMember ana = workspace.member("Ana");
    final BotClient client = BotClient.builder(Secret.of(app.token()))
            .api(workspace.api())
            .timeout(Duration.ofSeconds(5))
            .build();

    private BotEvents bot = null;

    /** Starts a bot that handles each event in the caller's thread, before the response. */
    BotEvents bot(UnaryOperator<BotEvents.Builder> options) {
        return botWithThreads(builder -> options.apply(builder).executor(Runnable::run));
    }

    /** Starts a bot that handles events in its own threads. */
    BotEvents botWithThreads(UnaryOperator<BotEvents.Builder> options) {
        bot = options.apply(BotEvents.builder(client, SlackSignature.of(app.signingSecret())))
                .build();
        workspace.mount(URL, bot);
        app.requestUrl(URL).subscribes("app_mention", "message.im", "app_uninstalled");
        return bot;
    }

    @Override
    public void close() {
        if (bot != null) {
            bot.close();
        }
        client.close();
        workspace.close();
    }
}
