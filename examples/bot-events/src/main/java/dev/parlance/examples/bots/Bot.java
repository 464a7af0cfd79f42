package dev.parlance.examples.bots;

import dev.parlance.bot.BotClient;
import dev.parlance.bot.BotEvents;
import dev.parlance.bot.BotSettings;
import dev.parlance.bot.ImmediateReply;
import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import dev.parlance.security.SlackSignature;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;

/** The bot of one project, with its own app, token, secret and port. */
final class Bot implements AutoCloseable {
    static final String EVENTS = "/twilio/events";

    private static final Logger LOG = System.getLogger(Bot.class.getName());

    private final BotClient client;
    private final BotEvents events;
    private final WebhookServer server;

    private Bot(BotClient client, BotEvents events, WebhookServer server) {
        this.client = client;
        this.events = events;
        this.server = server;
    }

    // snippet: bot
    static Bot start(Project project, BotSettings settings, BotClient client, QuestionService service, int port) {
        SlackSignature signature = SlackSignature.of(settings.signingSecret());
        BotEvents events =
                handlers(BotEvents.builder(client, signature), project, service).build();
        Router routes = Router.create()
                .post(EVENTS, events)
                .get("/bot_user_id", request -> userId(client))
                .get("/health", request -> WebhookResponse.text("fine"));
        return new Bot(client, events, WebhookServer.start(port, routes));
    }

    private static BotEvents.Builder handlers(BotEvents.Builder bot, Project project, QuestionService service) {
        Answering answering = new Answering(service);
        return bot.prompts(Prompts.from(PromptSource.classpath(Bot.class, "prompts")))
                .onMention(answering)
                .onDirectMessage(answering)
                .onCommand(
                        project.command(),
                        command ->
                                ImmediateReply.nothing().withFollowUp(reply -> answering.answer(command.text(), reply)))
                .on("app_uninstalled", event -> LOG.log(Level.WARNING, "{0} was removed", project.title()));
    }
    // end

    private static WebhookResponse userId(BotClient client) {
        return WebhookResponse.json("{\"user_id\":\"" + client.identity().userId() + "\"}");
    }

    /** The scopes that the bot's app needs. */
    static Set<String> scopes(Project project) {
        Secret none = Secret.of("none");
        try (BotClient client = BotClient.of(none);
                BotEvents events = handlers(
                                BotEvents.builder(client, SlackSignature.of(none)), project, QuestionService.none())
                        .build()) {
            return events.scopes();
        }
    }

    int port() {
        return server.port();
    }

    /** Refuses new events, finishes accepted ones and closes the bot. */
    @Override
    public void close() {
        server.close();
        events.close();
        client.close();
    }
}
