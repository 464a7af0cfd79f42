package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Shelf;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.Parameters;
import java.util.ArrayList;
import java.util.List;

/** Notifies a conversation's webhooks of events. */
final class ConversationEvents {
    private final World world;
    private final Shelf webhooks;

    ConversationEvents(World world, Shelf webhooks) {
        this.world = world;
        this.webhooks = webhooks;
    }

    /** Reports an event about a participant or message, after the API has responded. */
    void publish(String event, Resource subject, String source) {
        Parameters form = form(event, subject, source);
        for (Resource webhook : webhooks.oldestFirst()) {
            JsonNode configuration = webhook.get("configuration");
            if (webhook.is("conversation_sid", subject.text("conversation_sid"))
                    && webhook.is("target", "webhook")
                    && configuration.path("filters").toString().contains('"' + event + '"')) {
                world.background().later(() -> send(configuration, form, subject.text("account_sid")));
            }
        }
    }

    private void send(JsonNode configuration, Parameters form, String account) {
        String url = configuration.path("url").asText();
        String method = configuration.path("method").asText("POST");
        world.notifyApplication(account, url, method, form);
    }

    private static Parameters form(String event, Resource subject, String source) {
        List<String> form = new ArrayList<>(List.of(
                "AccountSid",
                subject.text("account_sid"),
                "Attributes",
                subject.text("attributes"),
                "ChatServiceSid",
                "IS00000000000000000000000000000001",
                "ConversationSid",
                subject.text("conversation_sid"),
                "DateCreated",
                subject.text("date_created"),
                "EventType",
                event,
                "RetryCount",
                "0",
                "Source",
                source));
        if (event.startsWith("onMessage")) {
            form.addAll(List.of(
                    "Author", subject.text("author"),
                    "Body", subject.text("body"),
                    "Index", subject.text("index"),
                    "MessageSid", subject.sid()));
            subject.filled("participant_sid").ifPresent(sid -> form.addAll(List.of("ParticipantSid", sid)));
            String media = ConversationMedia.inWebhook(subject.get("media"));
            if (!media.isEmpty()) {
                form.addAll(List.of("Media", media));
            }
        } else {
            JsonNode binding = subject.get("messaging_binding");
            form.addAll(List.of("ParticipantSid", subject.sid()));
            subject.filled("identity").ifPresent(identity -> form.addAll(List.of("Identity", identity)));
            if (binding.isObject()) {
                form.addAll(List.of(
                        "MessagingBinding.Address", binding.path("address").asText(),
                        "MessagingBinding.ProxyAddress",
                                binding.path("proxy_address").asText(),
                        "MessagingBinding.Type", binding.path("type").asText()));
            }
        }
        return Parameters.of(form.toArray(String[]::new));
    }
}
