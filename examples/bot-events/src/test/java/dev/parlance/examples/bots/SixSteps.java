package dev.parlance.examples.bots;

import dev.parlance.bot.BotClient;
import dev.parlance.bot.BotSettings;
import dev.parlance.fake.slack.EventDelivery;
import dev.parlance.fake.slack.EventFault;
import dev.parlance.fake.slack.FakeApp;
import dev.parlance.fake.slack.FakeChannel;
import dev.parlance.fake.slack.FakeMember;
import dev.parlance.fake.slack.FakePost;
import dev.parlance.fake.slack.FakeWorkspace;
import dev.parlance.settings.Settings;
import dev.parlance.settings.SettingsSource;
import dev.parlance.webhook.WebhookServer;
import java.io.PrintStream;
import java.net.URI;
import java.util.Map;

/** The six steps of the README with a fake workspace: first with the usual mistakes, then corrected. */
final class SixSteps {
    private final PrintStream out;

    SixSteps(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        new SixSteps(System.out).walk();
    }

    void walk() {
        try (FakeWorkspace workspace = FakeWorkspace.start();
                WebhookServer service = StandIn.start(0)) {
            for (Project project : Project.values()) {
                walk(workspace, project, new QuestionService(URI.create(service.url() + "/rag/query/stream")));
            }
        }
    }

    private void walk(FakeWorkspace workspace, Project project, QuestionService service) {
        step(project.title() + ", step 1: create the app, with missing scopes");
        FakeApp app = workspace
                .app(project.title())
                .scopes("app_mentions:read", "chat:write", "channels:history", "commands")
                .install();

        step("Steps 2 to 4: run the bot, with the wrong secret and the wrong id");
        check(workspace, project, settings(app, app.clientSecret(), app.appId(), ""));

        step("Again with the Signing Secret, no id, and the missing scopes");
        app.scopes("im:history", "users:read").install();
        BotSettings settings =
                BotSettings.from(settings(app, app.signingSecret().reveal(), "", ""));
        try (BotClient client =
                        BotClient.builder(settings.token()).api(workspace.api()).build();
                Bot bot = Bot.start(project, settings, client, service, 0)) {
            String url = "http://localhost:" + bot.port();
            check(workspace, project, settings(app, app.signingSecret().reveal(), "", url));

            step("Step 5: enter the URL, which Slack checks at once");
            app.requestUrl(url + Bot.EVENTS);
            out.println(app.deliveries().get(0));

            step("Step 6: subscribe to events and turn on the \"Messages Tab\"");
            app.subscribes("app_mention", "message.im", "app_uninstalled")
                    .messagesTab(true)
                    .install();
            converse(workspace, app, project);
        }
    }

    private void converse(FakeWorkspace workspace, FakeApp app, Project project) {
        FakeMember ana = workspace.member("Ana");
        FakeMember luc = workspace.member("Luc").speaks("fr-FR");
        FakeChannel channel = workspace.channel("help-" + project.port()).invites(app);

        step("Ana asks in a channel; the event arrives three times");
        workspace.failNextEvent(EventFault.THREE_TIMES);
        ana.mentions(app, channel, "What is a plan?");
        show(channel.awaits("piece by piece."));
        out.println(app.deliveries().stream().map(EventDelivery::type).toList());

        step("Luc sends the bot a direct message in French");
        luc.messages(app, "C'est quoi, un plan ?");
        show(luc.chatWith(app).awaits("piece by piece."));

        step("Ana types a command");
        ana.types(app, channel, project.command(), "What is a scope?");
        out.println(ana.awaitsEphemeralMessage("piece by piece."));
    }

    private void check(FakeWorkspace workspace, Project project, Settings settings) {
        boolean fine = Bots.check(project, settings, workspace.api(), out);
        out.println(fine ? "No problems found." : "The bot will not work with these settings.");
    }

    private static Settings settings(FakeApp app, String secret, String userId, String url) {
        return Settings.from(SettingsSource.of(
                app.name(),
                Map.of(
                        "SLACK_BOT_TOKEN", app.token(),
                        "SLACK_SIGNING_SECRET", secret,
                        "SLACK_BOT_USER_ID", userId,
                        "SLACK_CLIENT_ID", app.clientId(),
                        "PUBLIC_URL", url)));
    }

    private void show(FakePost post) {
        post.versions().forEach(version -> out.println("> " + version.replace("\n", "\n  ")));
    }

    private void step(String title) {
        out.println();
        out.println("== " + title);
    }
}
