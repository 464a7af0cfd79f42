package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.messaging.Messaging;
import dev.parlance.fake.twilio.messaging.Outgoing;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The messages of conversations. They are texted to the participants by text, with a receipt for each. */
final class ConversationMessages {
    private static final List<String> STATUSES = List.of("sent", "delivered", "undelivered", "failed", "read");

    private final World world;
    private final ConversationStore store;
    private final ConversationEvents events;
    private final ConversationTimers timers;
    private final ConversationMedia media;
    private final Messaging messaging;

    ConversationMessages(
            World world,
            ConversationStore store,
            ConversationEvents events,
            ConversationTimers timers,
            ConversationMedia media,
            Messaging messaging) {
        this.world = world;
        this.store = store;
        this.events = events;
        this.timers = timers;
        this.media = media;
        this.messaging = messaging;
        messaging.onStatus(this::follow);
    }

    /** Adds the message of a request. */
    Resource write(Exchange exchange) {
        Resource conversation = store.conversation(exchange.name("conversation_sid"));
        Resource message = store.messages.blank(exchange.with());
        Fields.set(message, exchange);
        if (exchange.has("MediaSid")) {
            message.set("media", media.named(exchange.all("MediaSid")));
        }
        return add(message, conversation, "API", ConversationEvents.isEnabled(exchange));
    }

    /** Adds a participant's text to their conversation. */
    void receive(Resource text, Resource participant) {
        Resource conversation = store.conversation(participant.text("conversation_sid"));
        Resource message = store.messages
                .blank(Map.of(
                        "account_sid", conversation.text("account_sid"),
                        "chat_service_sid", conversation.text("chat_service_sid"),
                        "conversation_sid", conversation.sid()))
                .set("author", text.text("from"))
                .set("body", text.text("body"));
        if (!text.is("num_media", "0")) {
            message.set("media", media.of(text));
        }
        String source = text.text("from").startsWith("whatsapp:") ? "WHATSAPP" : "SMS";
        try {
            add(message, conversation, source, true);
        } catch (ApiError e) {
            world.alert(e.code(), String.valueOf(e.getMessage()));
        }
    }

    private Resource add(Resource message, Resource conversation, String source, boolean reports) {
        ConversationStore.checkOpen(conversation);
        if (reports) {
            events.ask("onMessageAdd", message, source, "body", "author", "attributes");
        }
        synchronized (store.messages) {
            int index = conversation.get("_messages").asInt();
            conversation.set("_messages", index + 1);
            message.set("index", index);
            store.messages.add(message);
            store.messages.finish(message);
        }
        ConversationStore.in(conversation, store.participants).stream()
                .filter(participant -> isAuthor(participant, message))
                .findFirst()
                .ifPresent(participant -> message.set("participant_sid", participant.sid()));
        timers.restartAfterEvent(conversation);
        String body = message.text("body"); // as it is now, even if the message is edited before the texts go out
        world.background().later(() -> forward(message, conversation, body));
        if (reports) {
            events.publish("onMessageAdded", message, source);
        }
        return message;
    }

    private static boolean isAuthor(Resource participant, Resource message) {
        String author = message.text("author");
        return participant.is("identity", author)
                || participant.get("messaging_binding").path("address").asText().equals(author);
    }

    /** Texts a message to all participants by text except its author. */
    private void forward(Resource message, Resource conversation, String body) {
        for (Resource participant : ConversationStore.in(conversation, store.participants)) {
            if (participant.get("messaging_binding").isObject() && !isAuthor(participant, message)) {
                text(message, participant, body);
            }
        }
    }

    private void text(Resource message, Resource participant, String body) {
        JsonNode binding = participant.get("messaging_binding");
        List<String> files = new ArrayList<>();
        message.get("media")
                .forEach(item ->
                        files.add(ConversationMedia.contentUrl(item.path("sid").asText())));
        try {
            Resource text = messaging.send(new Outgoing(
                    message.text("account_sid"),
                    binding.path("address").asText(),
                    binding.path("proxy_address").asText(),
                    "",
                    body,
                    files,
                    "",
                    Optional.empty()));
            addReceipt(message, participant, text.sid(), "sent", 0);
        } catch (ApiError e) {
            world.alert(e.code(), String.valueOf(e.getMessage()));
            addReceipt(message, participant, world.sids().next("SM"), "failed", e.code());
        }
    }

    private void addReceipt(Resource message, Resource participant, String text, String status, int error) {
        Resource receipt = store.receipts.blank(Map.of(
                "account_sid", message.text("account_sid"),
                "channel_message_sid", text,
                "chat_service_sid", message.text("chat_service_sid"),
                "conversation_sid", message.text("conversation_sid"),
                "message_sid", message.sid(),
                "participant_sid", participant.sid()));
        store.receipts.add(receipt);
        report(receipt, message, status, error);
    }

    /** Follows the status of a text that a message was forwarded by. */
    private void follow(Resource text) {
        if (STATUSES.contains(text.text("status")) && !text.is("status", "sent")) {
            store.receipts
                    .firstWith("channel_message_sid", text.sid())
                    .ifPresent(receipt -> store.messages
                            .find(receipt.text("message_sid"))
                            .ifPresent(message -> report(
                                    receipt,
                                    message,
                                    text.text("status"),
                                    text.filled("error_code")
                                            .map(Integer::parseInt)
                                            .orElse(0))));
        }
    }

    private void report(Resource receipt, Resource message, String status, int error) {
        receipt.set("status", status).set("error_code", error);
        store.receipts.touch(receipt);
        message.set("delivery", summary(message));
        events.publish("onDeliveryUpdated", receipt, "SYSTEM");
    }

    /** How many of a message's texts have each status: none, some or all. */
    private ObjectNode summary(Resource message) {
        List<Resource> receipts = store.receipts.with("message_sid", message.sid());
        Map<String, Integer> counts = new HashMap<>();
        for (Resource receipt : receipts) {
            counts.merge(receipt.text("status"), 1, Integer::sum);
            if (receipt.is("status", "delivered")) {
                counts.merge("sent", 1, Integer::sum);
            }
        }
        ObjectNode summary = Json.object().put("total", receipts.size());
        for (String status : STATUSES) {
            int count = counts.getOrDefault(status, 0);
            summary.put(status, count == 0 ? "none" : count == receipts.size() ? "all" : "some");
        }
        return summary;
    }

    void change(Resource message, Exchange exchange) {
        boolean reports = ConversationEvents.isEnabled(exchange);
        ConversationStore.checkOpen(store.conversation(message.text("conversation_sid")));
        Fields.set(message, exchange);
        if (reports) {
            events.ask("onMessageUpdate", message, "API", "body", "author", "attributes");
        }
        store.messages.touch(message);
        if (reports) {
            events.publish("onMessageUpdated", message, "API");
        }
    }

    void remove(Resource message, Exchange exchange) {
        if (ConversationEvents.isEnabled(exchange)) {
            events.ask("onMessageRemove", message, "API");
            events.publish("onMessageRemoved", message, "API");
        }
        store.receipts.removeWith("message_sid", message.sid());
    }
}
