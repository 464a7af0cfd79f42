package dev.parlance.bot;

import dev.parlance.fake.slack.FakeApp;
import dev.parlance.fake.slack.FakeChannel;
import dev.parlance.fake.slack.FakeWorkspace;
import dev.parlance.security.SlackSignature;
import dev.parlance.settings.Secret;
import dev.parlance.testkit.ForEachTest;
import org.junit.jupiter.api.Test;

/** The test in docs/BOTS.md. */
class EchoBotTest {
    // snippet: test
    @ForEachTest
    final FakeWorkspace workspace = FakeWorkspace.create();

    @Test
    void a_mention_is_answered_in_a_thread() {
        FakeApp app =
                workspace.app("Echo").scopes("app_mentions:read", "chat:write").install();
        FakeChannel general = workspace.channel("general").invites(app);
        try (BotClient client = BotClient.builder(Secret.of(app.token()))
                        .api(workspace.api())
                        .build();
                BotEvents bot = BotEvents.builder(client, SlackSignature.of(app.signingSecret()))
                        .onMention((mention, reply) -> reply.postInThread("You asked: " + mention.text()))
                        .build()) {
            workspace.mount("https://bot.example", bot);
            app.requestUrl("https://bot.example/twilio/events").subscribes("app_mention");

            workspace.member("Ana").mentions(app, general, "What is a plan?");

            general.awaits("You asked: What is a plan?");
        }
    }
    // end
}
