package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Dates;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Shelf;
import dev.parlance.fake.twilio.world.Template;
import dev.parlance.fake.twilio.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The resources of conversations. Each conversation is in a service; an account has a default one. */
final class ConversationStore {
    private static final List<String> OF_USERS = List.of(
            "sendMessage",
            "sendMediaMessage",
            "leaveConversation",
            "editOwnMessage",
            "editOwnMessageInfo",
            "deleteOwnMessage");
    private static final List<String> OF_ADMINISTRATORS = List.of(
            "addParticipant",
            "removeParticipant",
            "editConversationName",
            "editConversationAttributes",
            "editAnyMessage",
            "deleteAnyMessage",
            "deleteConversation");

    private final World world;
    final Shelf services;
    final Shelf roles;
    final Shelf users;
    final Shelf conversations;
    final Shelf participants;
    final Shelf messages;
    final Shelf receipts;
    final Shelf webhooks;

    ConversationStore(World world) {
        this.world = world;
        services = shelf("services", "service", "IS");
        roles = shelf("roles", "role", "RL");
        users = shelf("users", "user", "US");
        conversations = world.owned().shelf("conversations", Template.of("conversation", "CH", Dates.ISO_8601));
        participants = shelf("participants", "participant", "MB");
        messages = shelf("messages", "message", "IM");
        receipts = shelf("delivery_receipts", "receipt", "DY");
        webhooks = shelf("webhooks", "webhook", "WH");
        conversations.onForget(this::empty);
        messages.onForget(message -> receipts.removeWith("message_sid", message.sid()));
        useDefaultService(world.accounts().main());
    }

    private Shelf shelf(String key, String template, String prefix) {
        return world.owned().shelf(key, Template.of("conversation-" + template, prefix, Dates.ISO_8601));
    }

    /** The SID of an account's default service. */
    static String defaultService(String account) {
        return "ISf" + account.substring(3);
    }

    /** Creates the default service of an account, if it has none yet. */
    void useDefaultService(String account) {
        String sid = defaultService(account);
        if (services.find(sid).isEmpty()) {
            addService(Map.of("account_sid", account, "sid", sid, "friendly_name", "Default Conversations Service"));
        }
    }

    /** Adds a service with Twilio's usual roles. */
    Resource addService(Map<String, String> values) {
        Resource service = services.add(values);
        addRole(service, "service user", "service", OF_USERS);
        addRole(service, "service admin", "service", OF_ADMINISTRATORS);
        addRole(service, "channel user", "conversation", OF_USERS);
        addRole(service, "channel admin", "conversation", OF_ADMINISTRATORS);
        return service;
    }

    private void addRole(Resource service, String name, String type, List<String> permissions) {
        Resource role = roles.add(Map.of(
                "account_sid",
                service.text("account_sid"),
                "chat_service_sid",
                service.sid(),
                "friendly_name",
                name,
                "type",
                type));
        role.set("permissions", array(permissions));
    }

    static ArrayNode array(List<String> texts) {
        ArrayNode array = Json.array();
        texts.forEach(array::add);
        return array;
    }

    /** The SID of a service's usual role: {@code channel user}. */
    String role(String service, String name) {
        return roles.first(role -> role.is("chat_service_sid", service) && role.is("friendly_name", name))
                .map(Resource::sid)
                .orElse("");
    }

    Resource conversation(String sid) {
        return conversations.find(sid).orElseThrow(() -> ApiError.notFound("/Conversations/" + sid));
    }

    /** The participant who texts between this address and this number, in a conversation that is not closed. */
    Optional<Resource> bound(String address, String proxy) {
        return participants.first(participant -> {
            JsonNode binding = participant.get("messaging_binding");
            return binding.path("address").asText().equals(address)
                    && binding.path("proxy_address").asText().equals(proxy)
                    && !conversation(participant.text("conversation_sid")).is("state", "closed");
        });
    }

    /** What belongs to a conversation, oldest first. */
    static List<Resource> in(Resource conversation, Shelf shelf) {
        return shelf.with("conversation_sid", conversation.sid());
    }

    /** The user with this identity in the service of a conversation. */
    Optional<Resource> user(String service, String identity) {
        return users.first(user -> user.is("chat_service_sid", service) && user.is("identity", identity));
    }

    /** Removes a conversation's content. */
    void empty(Resource conversation) {
        for (Shelf shelf : List.of(participants, messages, receipts, webhooks)) {
            shelf.removeWith("conversation_sid", conversation.sid());
        }
    }

    /** Checks that a conversation can be changed. */
    static void checkOpen(Resource conversation) {
        if (conversation.is("state", "closed")) {
            throw ApiError.badRequest(50355, "The conversation " + conversation.sid() + " is closed");
        }
    }
}
