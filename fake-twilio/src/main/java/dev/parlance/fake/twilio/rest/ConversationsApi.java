package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.messaging.Messaging;
import dev.parlance.fake.twilio.messaging.Outgoing;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Dates;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Shelf;
import dev.parlance.fake.twilio.world.Template;
import dev.parlance.fake.twilio.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conversations, in which people text and chat in one thread. */
final class ConversationsApi {
    private static final String CONVERSATIONS = "/v1/Conversations";
    private static final String CONVERSATION = CONVERSATIONS + "/{conversation_sid}";

    private final World world;
    private final Messaging messaging;
    private final Shelf conversations;
    private final Shelf participants;
    private final Shelf messages;
    private final Shelf webhooks;
    private final ConversationEvents events;
    private final ConversationMedia media;

    ConversationsApi(World world, Messaging messaging) {
        this.world = world;
        this.messaging = messaging;
        conversations = shelf("conversations", "conversation", "CH");
        participants = shelf("participants", "conversation-participant", "MB");
        messages = shelf("messages", "conversation-message", "IM");
        webhooks = shelf("webhooks", "conversation-webhook", "WH");
        events = new ConversationEvents(world, webhooks);
        media = new ConversationMedia(world);
        messaging.addListener(this::handle);
    }

    private Shelf shelf(String key, String template, String prefix) {
        return world.owned().shelf(key, Template.of(template, prefix, Dates.ISO_8601));
    }

    void routes(Routes routes, Routes mcs, Routes fetched) {
        media.routes(mcs, fetched);
        new Collection(world, routes, conversations, CONVERSATIONS, Map.of())
                .filteredBy("State")
                .lists()
                .fetches()
                .creates(this::create)
                .updates()
                .deletes(this::empty);
        Map<String, Shelf> parents = Map.of("conversation_sid", conversations);
        new Collection(world, routes, participants, CONVERSATION + "/Participants", parents)
                .lists()
                .fetches()
                .creates(this::join)
                .updates()
                .deletes(deleted -> events.publish("onParticipantRemoved", deleted, "API"));
        new Collection(world, routes, messages, CONVERSATION + "/Messages", parents)
                .oldestFirstUnless("Order", "desc")
                .lists()
                .fetches()
                .creates(this::write)
                .updates()
                .deletes(deleted -> events.publish("onMessageRemoved", deleted, "API"));
        new Collection(world, routes, webhooks, CONVERSATION + "/Webhooks", parents)
                .lists()
                .fetches()
                .creates(this::addWebhook)
                .updates(ConversationsApi::configure)
                .deletes();
    }

    private Resource create(Exchange exchange) {
        String name = exchange.form("UniqueName");
        if (!name.isEmpty()
                && conversations.first(other -> other.is("unique_name", name)).isPresent()) {
            throw new ApiError(409, 50353, "Conversation with provided unique name already exists");
        }
        Resource conversation = conversations.blank(exchange.with());
        Fields.set(conversation, exchange);
        return conversations.add(conversation);
    }

    private void empty(Resource conversation) {
        for (Shelf shelf : List.of(participants, messages, webhooks)) {
            shelf.removeIf(item -> item.is("conversation_sid", conversation.sid()));
        }
    }

    private Resource join(Exchange exchange) {
        String address = exchange.form("MessagingBinding.Address");
        String proxy = exchange.form("MessagingBinding.ProxyAddress");
        Resource participant = participants.blank(exchange.with());
        Fields.set(participant, exchange);
        if (!address.isEmpty()) {
            if (world.owned().number(proxy).isEmpty()) {
                throw ApiError.badRequest(50407, "Invalid messaging binding proxy address: " + proxy);
            }
            if (bound(address, proxy).isPresent()) {
                throw new ApiError(
                        409,
                        50416,
                        "A binding for this participant and proxy address already exists in a conversation");
            }
            ObjectNode binding = Json.object();
            binding.put("type", address.contains(":") ? address.substring(0, address.indexOf(':')) : "sms");
            binding.put("address", address);
            binding.put("proxy_address", proxy);
            participant.set("messaging_binding", binding);
        } else if (exchange.form("Identity").isEmpty()) {
            throw ApiError.badRequest(50600, "A participant requires an Identity or a MessagingBinding.Address");
        }
        participants.add(participant);
        events.publish("onParticipantAdded", participant, "API");
        return participant;
    }

    private Optional<Resource> bound(String address, String proxy) {
        return participants.first(participant -> {
            var binding = participant.get("messaging_binding");
            return binding.path("address").asText().equals(address)
                    && binding.path("proxy_address").asText().equals(proxy);
        });
    }

    private Resource write(Exchange exchange) {
        Resource message = messages.blank(exchange.with());
        Fields.set(message, exchange);
        if (exchange.has("MediaSid")) {
            message.set("media", media.named(exchange.all("MediaSid")));
        }
        add(message);
        String body =
                message.text("body"); // the current version, even if the message is edited before the texts go out
        world.background().later(() -> forward(message, body));
        if (exchange.request()
                .header("X-Twilio-Webhook-Enabled")
                .filter("true"::equals)
                .isPresent()) {
            events.publish("onMessageAdded", message, "API");
        }
        return message;
    }

    private void add(Resource message) {
        synchronized (messages) {
            long before = messages.oldestFirst().stream()
                    .filter(other -> other.is("conversation_sid", message.text("conversation_sid")))
                    .count();
            message.set("index", (int) before);
            messages.add(message);
        }
        participants
                .first(participant -> participant.is("conversation_sid", message.text("conversation_sid"))
                        && isAuthor(participant, message))
                .ifPresent(participant -> message.set("participant_sid", participant.sid()));
    }

    private static boolean isAuthor(Resource participant, Resource message) {
        String author = message.text("author");
        return participant.is("identity", author)
                || participant.get("messaging_binding").path("address").asText().equals(author);
    }

    /** Texts a message to all participants by text except its author. */
    private void forward(Resource message, String body) {
        for (Resource participant : participants.oldestFirst()) {
            var binding = participant.get("messaging_binding");
            if (participant.is("conversation_sid", message.text("conversation_sid"))
                    && binding.isObject()
                    && !isAuthor(participant, message)) {
                text(
                        message,
                        body,
                        binding.path("proxy_address").asText(),
                        binding.path("address").asText());
            }
        }
    }

    private void text(Resource message, String body, String from, String to) {
        List<String> files = new ArrayList<>();
        message.get("media")
                .forEach(item ->
                        files.add(ConversationMedia.contentUrl(item.path("sid").asText())));
        try {
            messaging.send(new Outgoing(message.text("account_sid"), to, from, "", body, files, "", Optional.empty()));
        } catch (ApiError e) {
            world.alert(e.code(), String.valueOf(e.getMessage()));
        }
    }

    /** Adds a participant's text to their conversation, instead of sending it to the number's webhook. */
    private boolean handle(Resource text) {
        Optional<Resource> author = bound(text.text("from"), text.text("to"));
        author.ifPresent(participant -> {
            Resource message = messages.blank(Map.of(
                            "account_sid", text.text("account_sid"),
                            "conversation_sid", participant.text("conversation_sid")))
                    .set("author", text.text("from"))
                    .set("body", text.text("body"));
            if (!text.is("num_media", "0")) {
                message.set("media", media.of(text));
            }
            add(message);
            events.publish("onMessageAdded", message, "SMS");
            forward(message, text.text("body"));
        });
        return author.isPresent();
    }

    private Resource addWebhook(Exchange exchange) {
        Resource webhook = webhooks.blank(exchange.with("target", exchange.required("Target")));
        configure(webhook, exchange);
        return webhooks.add(webhook);
    }

    private static void configure(Resource webhook, Exchange exchange) {
        ObjectNode configuration = (ObjectNode) webhook.get("configuration");
        for (String name : List.of("Url", "Method", "FlowSid", "ReplayAfter")) {
            exchange.form()
                    .nonEmpty("Configuration." + name)
                    .ifPresent(value -> configuration.put(Fields.snake(name), value));
        }
        for (String name : List.of("Filters", "Triggers")) {
            List<String> values = exchange.all("Configuration." + name);
            if (!values.isEmpty()) {
                var list = configuration.putArray(Fields.snake(name));
                values.forEach(list::add);
            }
        }
        webhook.set("configuration", configuration);
    }
}
