package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import java.util.Map;

/** The participants of conversations, and the users that those with an identity are. */
final class ConversationParticipants {
    private final World world;
    private final ConversationStore store;
    private final ConversationEvents events;
    private final ConversationTimers timers;

    ConversationParticipants(
            World world, ConversationStore store, ConversationEvents events, ConversationTimers timers) {
        this.world = world;
        this.store = store;
        this.events = events;
        this.timers = timers;
    }

    /** Adds the participant of a request. */
    Resource join(Exchange exchange) {
        Resource conversation = store.conversation(exchange.name("conversation_sid"));
        Resource participant = blank(conversation, exchange.form("RoleSid"));
        Fields.set(participant, exchange);
        bind(participant, exchange.form("MessagingBinding.Address"), exchange.form("MessagingBinding.ProxyAddress"));
        boolean enabled = ConversationEvents.isEnabled(exchange);
        return add(participant, conversation, "API", enabled);
    }

    /** Adds a participant of a conversation that is created with its participants. */
    Resource join(Resource conversation, JsonNode described, boolean reports) {
        Resource participant = blank(conversation, described.path("role_sid").asText());
        if (described.has("identity")) {
            participant.set("identity", described.path("identity").asText());
        }
        JsonNode binding = described.path("messaging_binding");
        bind(
                participant,
                binding.path("address").asText(),
                binding.path("proxy_address").asText());
        return add(participant, conversation, "API", reports);
    }

    /** Adds a person who texts a number that begins conversations. */
    Resource join(Resource conversation, String address, String proxy) {
        Resource participant = blank(conversation, "");
        bind(participant, address, proxy);
        return add(participant, conversation, "SMS", true);
    }

    private Resource blank(Resource conversation, String role) {
        String service = conversation.text("chat_service_sid");
        if (!role.isEmpty() && store.roles.find(role).isEmpty()) {
            throw ApiError.notFound("/Roles/" + role);
        }
        return store.participants.blank(Map.of(
                "account_sid",
                conversation.text("account_sid"),
                "chat_service_sid",
                service,
                "conversation_sid",
                conversation.sid(),
                "role_sid",
                role.isEmpty() ? store.role(service, "channel user") : role));
    }

    private void bind(Resource participant, String address, String proxy) {
        if (address.isEmpty()) {
            if (participant.filled("identity").isEmpty()) {
                throw ApiError.badRequest(50600, "A participant requires an Identity or a MessagingBinding.Address");
            }
            return;
        }
        if (world.owned().number(proxy).isEmpty()) {
            throw ApiError.badRequest(50407, "Invalid messaging binding proxy address: " + proxy);
        }
        store.bound(address, proxy).ifPresent(other -> {
            throw new ApiError(
                    409,
                    50416,
                    "A binding for this participant and proxy address already exists in Conversation "
                            + other.text("conversation_sid"));
        });
        ObjectNode binding = Json.object();
        binding.put("type", address.contains(":") ? address.substring(0, address.indexOf(':')) : "sms");
        binding.put("address", address);
        binding.put("proxy_address", proxy);
        participant.set("messaging_binding", binding);
    }

    private Resource add(Resource participant, Resource conversation, String source, boolean reports) {
        ConversationStore.checkOpen(conversation);
        String identity = participant.text("identity");
        boolean isThere = !identity.isEmpty()
                && ConversationStore.in(conversation, store.participants).stream()
                        .anyMatch(other -> other.is("identity", identity));
        if (isThere) {
            throw new ApiError(409, 50433, "Participant already exists");
        }
        if (reports) {
            events.ask("onParticipantAdd", participant, source, "attributes");
        }
        store.participants.add(participant);
        if (!identity.isEmpty()) {
            useUser(participant, identity);
        }
        timers.restartAfterEvent(conversation);
        if (reports) {
            events.publish("onParticipantAdded", participant, source);
        }
        return participant;
    }

    /** The user of a participant. An identity that joins for the first time becomes a user. */
    private void useUser(Resource participant, String identity) {
        String service = participant.text("chat_service_sid");
        Resource user = store.user(service, identity).orElseGet(() -> {
            Resource added = store.users.add(Map.of(
                    "account_sid",
                    participant.text("account_sid"),
                    "chat_service_sid",
                    service,
                    "identity",
                    identity,
                    "role_sid",
                    store.role(service, "service user")));
            events.publish("onUserAdded", added, "SDK");
            return added;
        });
        participant.set("_user_sid", user.sid());
    }

    void change(Resource participant, Exchange exchange) {
        boolean reports = ConversationEvents.isEnabled(exchange);
        ConversationStore.checkOpen(store.conversation(participant.text("conversation_sid")));
        Fields.set(participant, exchange);
        if (reports) {
            events.ask("onParticipantUpdate", participant, "API", "attributes");
        }
        store.participants.touch(participant);
        if (reports) {
            events.publish("onParticipantUpdated", participant, "API");
        }
    }

    void leave(Resource participant, Exchange exchange) {
        if (ConversationEvents.isEnabled(exchange)) {
            events.ask("onParticipantRemove", participant, "API");
            events.publish("onParticipantRemoved", participant, "API");
        }
    }
}
