package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Numbers at which a text from a new person begins a conversation. */
final class ConversationAddresses {
    private static final String ADDRESSES = "/v1/Configuration/Addresses";
    private static final String HOST = "conversations";

    private final World world;
    private final ConversationStore store;
    private final ConversationEvents events;
    private final ConversationParticipants participants;

    ConversationAddresses(
            World world, ConversationStore store, ConversationEvents events, ConversationParticipants participants) {
        this.world = world;
        this.store = store;
        this.events = events;
        this.participants = participants;
    }

    void effects(Effects effects) {
        effects.before("POST", HOST, ADDRESSES, this::checkNew)
                .after("POST", HOST, ADDRESSES, ConversationAddresses::configure)
                .after("POST", HOST, ADDRESSES + "/{sid}", ConversationAddresses::configure);
    }

    private void checkNew(Exchange exchange) {
        if (find(exchange.account(), exchange.form("Address")).isPresent()) {
            throw new ApiError(409, 20409, "There is already a configuration for " + exchange.form("Address"));
        }
    }

    private Optional<Resource> find(String account, String address) {
        return world.resources().first(account + " " + HOST + ADDRESSES, known -> known.is("address", address));
    }

    private static void configure(Resource configuration, Exchange exchange) {
        ObjectNode creation = configuration.get("_auto_creation") instanceof ObjectNode before ? before : initial();
        if (exchange.has("AutoCreation.Enabled")) {
            creation.put("enabled", exchange.form("AutoCreation.Enabled").equalsIgnoreCase("true"));
        }
        for (String name : List.of(
                "Type", "ConversationServiceSid", "WebhookUrl", "WebhookMethod", "StudioFlowSid", "StudioRetryCount")) {
            exchange.form()
                    .nonEmpty("AutoCreation." + name)
                    .ifPresent(value -> creation.put(Fields.snake(name), value));
        }
        if (exchange.has("AutoCreation.WebhookFilters")) {
            creation.set("webhook_filters", ConversationStore.array(exchange.all("AutoCreation.WebhookFilters")));
        }
        configuration.set("_auto_creation", creation);
        configuration.set("auto_creation", creation);
    }

    private static ObjectNode initial() {
        return Json.object().put("enabled", false).put("type", "default");
    }

    /** Begins a conversation with the sender of a text, if its recipient is configured so. Returns the new participant. */
    Optional<Resource> begin(Resource text) {
        return find(text.text("account_sid"), text.text("to"))
                .map(configuration -> configuration.get("auto_creation"))
                .filter(creation -> creation.path("enabled").asBoolean())
                .map(creation -> begin(text, creation));
    }

    private Resource begin(Resource text, JsonNode creation) {
        String account = text.text("account_sid");
        store.useDefaultService(account);
        String service = creation.path("conversation_service_sid").asText(ConversationStore.defaultService(account));
        Resource conversation = store.conversations.blank(Map.of("account_sid", account, "chat_service_sid", service));
        conversation.set("friendly_name", text.text("from"));
        events.ask("onConversationAdd", conversation, "SMS", "friendly_name");
        store.conversations.add(conversation);
        addWebhook(conversation, creation);
        events.publish("onConversationAdded", conversation, "SMS", "MessageBody", text.text("body"));
        return participants.join(conversation, text.text("from"), text.text("to"));
    }

    private void addWebhook(Resource conversation, JsonNode creation) {
        String type = creation.path("type").asText();
        if (type.equals("default")) {
            return;
        }
        Resource webhook = store.webhooks.blank(Map.of(
                "account_sid", conversation.text("account_sid"),
                "chat_service_sid", conversation.text("chat_service_sid"),
                "conversation_sid", conversation.sid(),
                "target", type));
        ObjectNode configuration = Json.object();
        if (type.equals("studio")) {
            configuration.put("flow_sid", creation.path("studio_flow_sid").asText());
        } else {
            configuration.put("url", creation.path("webhook_url").asText());
            configuration.put(
                    "method", creation.path("webhook_method").asText("post").toUpperCase(Locale.ROOT));
            configuration.set("filters", creation.path("webhook_filters"));
        }
        store.webhooks.add(webhook.set("configuration", configuration));
    }
}
