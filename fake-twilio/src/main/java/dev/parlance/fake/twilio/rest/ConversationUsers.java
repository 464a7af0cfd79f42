package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import java.util.List;
import java.util.Set;

/** The users of a service, their conversations with what they have read, and roles. */
final class ConversationUsers {
    private static final Set<String> PERMISSIONS = Set.of(
            "addParticipant",
            "addNonChatParticipant",
            "createConversation",
            "deleteAnyMessage",
            "deleteConversation",
            "deleteOwnMessage",
            "editAnyMessage",
            "editAnyMessageAttributes",
            "editAnyMessageInfo",
            "editAnyUserInfo",
            "editAnyParticipantAttributes",
            "editConversationAttributes",
            "editConversationName",
            "editConversationUniqueName",
            "editNotificationLevel",
            "editOwnMessage",
            "editOwnMessageAttributes",
            "editOwnMessageInfo",
            "editOwnUserInfo",
            "joinConversation",
            "leaveConversation",
            "removeParticipant",
            "sendMediaMessage",
            "sendMessage");

    private final ConversationStore store;
    private final ConversationEvents events;

    ConversationUsers(ConversationStore store, ConversationEvents events) {
        this.store = store;
        this.events = events;
    }

    void routes(Collection users, Collection conversations, Collection ofParticipants) {
        users.named((user, identity) -> user.is("identity", identity))
                .lists()
                .fetches()
                .creates(this::add)
                .updates(this::change)
                .deletes(this::remove);
        conversations
                .listedAs("conversations")
                .named(this::isOf)
                .shownAs(this::conversationOfUser)
                .lists()
                .fetches()
                .updates(ConversationUsers::read)
                .deletes();
        ofParticipants
                .listedAs("conversations")
                .filteredBy("Identity")
                .filteredBy((participant, exchange) -> exchange.query("Address").isEmpty()
                        || participant
                                .get("messaging_binding")
                                .path("address")
                                .asText()
                                .equals(exchange.query("Address")))
                .shownAs(this::conversationOfParticipant)
                .lists();
    }

    private Resource add(Exchange exchange) {
        store.useDefaultService(exchange.account());
        String service = exchange.name("chat_service_sid");
        String identity = exchange.form("Identity");
        if (store.user(service, identity).isPresent()) {
            throw new ApiError(409, 50201, "User already exists");
        }
        Resource user =
                store.users.blank(exchange.with("identity", identity, "role_sid", store.role(service, "service user")));
        Fields.set(user, exchange);
        store.users.add(user);
        if (ConversationEvents.isEnabled(exchange)) {
            events.publish("onUserAdded", user, "API");
        }
        return user;
    }

    private void change(Resource user, Exchange exchange) {
        boolean reports = ConversationEvents.isEnabled(exchange);
        Fields.set(user, exchange);
        if (reports) {
            events.ask("onUserUpdate", user, "API", "friendly_name", "attributes");
        }
        store.users.touch(user);
        if (reports) {
            events.publish("onUserUpdated", user, "API");
        }
    }

    /** A user who is removed leaves all conversations. */
    private void remove(Resource user, Exchange exchange) {
        store.participants.removeWith("user_sid", user.sid());
    }

    private boolean isOf(Resource participant, String conversation) {
        String sid = participant.text("conversation_sid");
        return sid.equals(conversation) || store.conversation(sid).is("unique_name", conversation);
    }

    private static void read(Resource participant, Exchange exchange) {
        Fields.set(participant, exchange);
        if (exchange.has("NotificationLevel")) {
            participant.set("_notification_level", exchange.form("NotificationLevel"));
        }
    }

    private ObjectNode conversationOfUser(Resource participant, Exchange exchange) {
        Resource conversation = store.conversation(participant.text("conversation_sid"));
        ObjectNode known = known(conversation, "");
        known.put("conversation_sid", conversation.sid());
        known.put("participant_sid", participant.sid());
        known.put("user_sid", participant.text("_user_sid"));
        known.put(
                "notification_level", participant.filled("_notification_level").orElse("default"));
        known.set("last_read_message_index", participant.get("last_read_message_index"));
        known.set("unread_messages_count", unread(participant, conversation));
        return Documented.object(exchange, conversation.sid(), known);
    }

    /** The number of messages after the last one read; null if the participant has read none. */
    private JsonNode unread(Resource participant, Resource conversation) {
        JsonNode last = participant.get("last_read_message_index");
        if (!last.isNumber()) {
            return NullNode.getInstance();
        }
        return Json.of(ConversationStore.in(conversation, store.messages).stream()
                .filter(message -> message.get("index").asInt() > last.asInt())
                .count());
    }

    private ObjectNode conversationOfParticipant(Resource participant, Exchange exchange) {
        Resource conversation = store.conversation(participant.text("conversation_sid"));
        ObjectNode known = known(conversation, "conversation_");
        known.put("conversation_sid", conversation.sid());
        known.put("conversation_created_by", "system");
        known.put("participant_sid", participant.sid());
        participant.filled("_user_sid").ifPresent(user -> known.put("participant_user_sid", user));
        participant.filled("identity").ifPresent(identity -> known.put("participant_identity", identity));
        known.set("participant_messaging_binding", participant.get("messaging_binding"));
        return Documented.object(exchange, participant.sid(), known);
    }

    /** What the conversation's resource says, with this prefix. */
    private static ObjectNode known(Resource conversation, String prefix) {
        ObjectNode known = Json.object();
        ObjectNode fields = conversation.json();
        for (String name : List.of(
                "attributes", "date_created", "date_updated", "friendly_name", "state", "timers", "unique_name")) {
            known.set(prefix + name, fields.get(name));
        }
        known.set("conversation_state", fields.get("state"));
        known.set("created_by", Json.object().textNode("system"));
        known.put("account_sid", conversation.text("account_sid"));
        known.put("chat_service_sid", conversation.text("chat_service_sid"));
        return known;
    }

    Resource addRole(Exchange exchange) {
        store.useDefaultService(exchange.account());
        checkPermissions(exchange);
        Resource role = store.roles.blank(
                exchange.with("friendly_name", exchange.form("FriendlyName"), "type", exchange.form("Type")));
        return store.roles.add(role.set("permissions", ConversationStore.array(exchange.all("Permission"))));
    }

    void changeRole(Resource role, Exchange exchange) {
        checkPermissions(exchange);
        role.set("permissions", ConversationStore.array(exchange.all("Permission")));
    }

    private static void checkPermissions(Exchange exchange) {
        for (String permission : exchange.all("Permission")) {
            if (!PERMISSIONS.contains(permission)) {
                throw ApiError.badRequest(20001, "Invalid Permission: '" + permission + "'");
            }
        }
    }
}
