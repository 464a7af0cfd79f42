package dev.parlance.bot;

import dev.parlance.account.TwilioAccount;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.SlackSignature;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.settings.Settings;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookServer;
import java.net.URI;
import java.util.List;

/** The code samples of docs/BOTS.md. */
final class BotManual {
    private BotManual() {}

    static void begins() {
        // snippet: begin
        BotSettings settings = BotSettings.from(Settings.standard());
        BotClient client = BotClient.of(settings.token());
        BotEvents bot = BotEvents.verifiedBy(SlackSignature.of(settings.signingSecret()), client)
                .onMention((mention, reply) -> reply.inThread("You asked: " + mention.text()))
                .onDirectMessage((message, reply) -> reply.post("Hello"))
                .onCommand(
                        "/ask", command -> ImmediateReply.text("One moment …").later(reply -> reply.post("42")))
                .on("app_uninstalled", event -> System.out.println("Removed from " + event.workspace()))
                .build();
        WebhookServer.start(8301, Router.create().post("/twilio/events", bot));
        // end
    }

    static void asks(BotClient client, String channel) {
        // snippet: client
        PostedMessage message = client.post(channel, "Good morning");
        message.update("Good evening");
        client.history(channel, 50).forEach(one -> System.out.println(one.getText()));

        String topic = client.read("conversations.info", methods -> methods.conversationsInfo(r -> r.channel(channel)))
                .getChannel()
                .getTopic()
                .getValue();
        client.change(
                "reactions.add",
                methods -> methods.reactionsAdd(
                        r -> r.channel(channel).timestamp(message.id()).name("wave")));
        // end
        System.out.println(topic);
    }

    static void says(BotEventsBuilder bot) {
        // snippet: parts
        bot.onMention((mention, reply) -> reply.post(
                MessagePart.person(mention.author()),
                MessagePart.text(", see "),
                MessagePart.link("https://docs.example.com", "the guide")));
        // end
    }

    static void checks(BotSettings settings, BotClient client, BotEvents bot) {
        // snippet: check
        List<Finding> findings = BotCheck.of(settings, client)
                .withScopes(bot.scopes())
                .withUrl(URI.create("https://bot.example.com/twilio/events"))
                .run();
        findings.forEach(System.out::println);
        // end
    }

    // snippet: conversations
    static WebhookHandler inConversations(TwilioAccount account, Secret token, MessageHandler answering) {
        SignedWebhooks signedWebhooks = SignedWebhooks.verifiedBy(TwilioSignature.of(token))
                .withPublicUrl(URI.create("https://bot.example.com"));
        return BotEvents.inConversations(signedWebhooks, account.conversations(), "assistant")
                .onMention(answering)
                .onDirectMessage(answering)
                .on("onParticipantAdded", event -> System.out.println("Somebody joined"))
                .build();
    }
    // end
}
