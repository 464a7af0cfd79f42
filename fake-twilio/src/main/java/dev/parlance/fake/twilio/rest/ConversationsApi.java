package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.messaging.Messaging;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Shelf;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conversations, in which people text and chat in one thread. Each is in a service; paths without one mean the default service. */
final class ConversationsApi {
    private static final String SERVICES = "/v1/Services";
    private static final String SERVICE = "chat_service_sid";
    private static final String CONVERSATION = "/Conversations/{conversation_sid}";

    private final World world;
    private final ConversationStore store;
    private final ConversationEvents events;
    private final ConversationTimers timers;
    private final ConversationParticipants participants;
    private final ConversationMessages messages;
    private final ConversationUsers users;
    private final ConversationAddresses addresses;
    private final ConversationMedia media;

    ConversationsApi(World world, Messaging messaging) {
        this.world = world;
        store = new ConversationStore(world);
        events = new ConversationEvents(world, store);
        timers = new ConversationTimers(world, store, events);
        media = new ConversationMedia(world);
        participants = new ConversationParticipants(world, store, events, timers);
        messages = new ConversationMessages(world, store, events, timers, media, messaging);
        users = new ConversationUsers(store, events);
        addresses = new ConversationAddresses(world, store, events, participants);
        messaging.addListener(this::handle);
    }

    void routes(Routes routes, Routes mcs, Routes fetched, Effects effects) {
        media.routes(mcs, fetched);
        addresses.effects(effects);
        effects.before("POST", "conversations", "/v1/Configuration/Webhooks", ConversationEvents::checkFilters)
                .before(
                        "POST",
                        "conversations",
                        SERVICES + "/{sid}/Configuration/Webhooks",
                        ConversationEvents::checkFilters)
                .before("POST", "conversations", "/v1/Configuration", ConversationTimers::checkDefaults)
                .after("GET", "conversations", "/v1/Configuration", this::showDefaultService);
        new Collection(world, routes, store.services, SERVICES, Map.of())
                .asDocumented()
                .lists()
                .fetches()
                .creates(exchange -> store.addService(exchange.with("friendly_name", exchange.form("FriendlyName"))))
                .deletes(this::removeService);
        routes(routes, "/v1");
        routes(routes, SERVICES + "/{" + SERVICE + "}");
    }

    private void showDefaultService(Resource configuration, Exchange exchange) {
        if (configuration.filled("default_chat_service_sid").isEmpty()) {
            configuration.set("default_chat_service_sid", ConversationStore.defaultService(exchange.account()));
        }
    }

    private void removeService(Resource service) {
        store.conversations.oldestFirst().stream()
                .filter(conversation -> conversation.is(SERVICE, service.sid()))
                .forEach(store::empty);
        for (Shelf shelf : List.of(store.conversations, store.users, store.roles)) {
            shelf.removeWith(SERVICE, service.sid());
        }
    }

    /** The operations of a service. */
    private void routes(Routes routes, String service) {
        collection(routes, store.conversations, service, "/Conversations")
                .filteredBy("State")
                .lists()
                .fetches()
                .creates(exchange -> create(exchange, ConversationEvents.isEnabled(exchange)))
                .updates(this::update)
                .deletes(this::delete);
        collection(routes, store.conversations, service, "/ConversationWithParticipants")
                .posts(this::createWithParticipants);
        collection(routes, store.participants, service, CONVERSATION + "/Participants")
                .named((participant, identity) -> participant.is("identity", identity))
                .lists()
                .fetches()
                .creates(participants::join)
                .updates(participants::change)
                .deletes(participants::leave);
        collection(routes, store.messages, service, CONVERSATION + "/Messages")
                .oldestFirstUnless("Order", "desc")
                .lists()
                .fetches()
                .creates(messages::write)
                .updates(messages::change)
                .deletes(messages::remove);
        collection(routes, store.receipts, service, CONVERSATION + "/Messages/{message_sid}/Receipts")
                .lists()
                .fetches();
        collection(routes, store.webhooks, service, CONVERSATION + "/Webhooks")
                .lists()
                .fetches()
                .creates(this::addWebhook)
                .updates(ConversationsApi::configure)
                .deletes();
        collection(routes, store.roles, service, "/Roles")
                .lists()
                .fetches()
                .creates(users::addRole)
                .updates(users::changeRole)
                .deletes();
        users.routes(
                collection(routes, store.users, service, "/Users"),
                collection(routes, store.participants, service, "/Users/{user_sid}/Conversations"),
                collection(routes, store.participants, service, "/ParticipantConversations"));
    }

    private Collection collection(Routes routes, Shelf shelf, String service, String path) {
        Map<String, Shelf> parents = new HashMap<>(Map.of(
                "conversation_sid", store.conversations,
                "message_sid", store.messages,
                "user_sid", store.users));
        if (!service.contains(SERVICE)) {
            return new Collection(world, routes, shelf, service + path, parents)
                    .asDocumented()
                    .implying(SERVICE, ConversationStore::defaultService);
        }
        parents.put(SERVICE, store.services);
        return new Collection(world, routes, shelf, service + path, parents).asDocumented();
    }

    private Resource create(Exchange exchange, boolean reports) {
        store.useDefaultService(exchange.account());
        checkName(exchange);
        Resource conversation = store.conversations.blank(exchange.with());
        Fields.set(conversation, exchange);
        timers.set(conversation, exchange, true);
        if (reports) {
            events.ask("onConversationAdd", conversation, "API", "friendly_name");
        }
        store.conversations.add(conversation);
        if (reports) {
            events.publish("onConversationAdded", conversation, "API");
        }
        return conversation;
    }

    private void checkName(Exchange exchange) {
        String name = exchange.form("UniqueName");
        boolean isTaken = !name.isEmpty()
                && store.conversations
                        .first(other -> other.is("unique_name", name) && other.is(SERVICE, exchange.name(SERVICE)))
                        .isPresent();
        if (isTaken) {
            throw new ApiError(409, 50353, "Conversation with provided unique name already exists");
        }
    }

    private WebhookResponse createWithParticipants(Exchange exchange) {
        boolean reports = ConversationEvents.isEnabled(exchange);
        Resource conversation = create(exchange, reports);
        try {
            for (String participant : exchange.all("Participant")) {
                participants.join(conversation, Json.read(participant), reports);
            }
        } catch (JsonProcessingException e) {
            store.conversations.remove(conversation.sid());
            throw ApiError.badRequest(20001, "Participant is not valid JSON: " + e.getOriginalMessage());
        } catch (ApiError e) {
            store.empty(conversation);
            store.conversations.remove(conversation.sid());
            throw e;
        }
        String path = exchange.request().path().replace("ConversationWithParticipants", "Conversations");
        String url = "https://conversations.twilio.com" + path + "/" + conversation.sid();
        ObjectNode links = Json.object();
        for (String part : List.of("Messages", "Participants", "Webhooks")) {
            links.put(Fields.snake(part), url + "/" + part);
        }
        ObjectNode json = Documented.object(exchange, conversation.sid(), conversation.json());
        return Json.answer(201, json.put("url", url).set("links", links));
    }

    private void update(Resource conversation, Exchange exchange) {
        ConversationStore.checkOpen(conversation);
        if (!conversation.is("unique_name", exchange.form("UniqueName"))) {
            checkName(exchange);
        }
        boolean reports = ConversationEvents.isEnabled(exchange);
        String before = conversation.text("state");
        Fields.set(conversation, exchange);
        String after = conversation.text("state");
        conversation.set("state", before);
        timers.set(conversation, exchange, false);
        if (reports) {
            events.ask("onConversationUpdate", conversation, "API", "friendly_name");
        }
        store.conversations.touch(conversation);
        if (reports) {
            events.publish("onConversationUpdated", conversation, "API");
        }
        timers.change(conversation, after, "API", reports);
    }

    private void delete(Resource conversation, Exchange exchange) {
        if (ConversationEvents.isEnabled(exchange)) {
            events.ask("onConversationRemove", conversation, "API");
            events.publish("onConversationRemoved", conversation, "API");
        }
        store.empty(conversation);
    }

    /** Adds a participant's text to their conversation, instead of sending it to the number's webhook. */
    private boolean handle(Resource text) {
        Optional<Resource> author =
                store.bound(text.text("from"), text.text("to")).or(() -> addresses.begin(text));
        author.ifPresent(participant -> messages.receive(text, participant));
        return author.isPresent();
    }

    private Resource addWebhook(Exchange exchange) {
        ConversationStore.checkOpen(store.conversation(exchange.name("conversation_sid")));
        Resource webhook = store.webhooks.blank(exchange.with("target", exchange.required("Target")));
        configure(webhook, exchange);
        return store.webhooks.add(webhook);
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
                JsonNode list = ConversationStore.array(values);
                configuration.set(Fields.snake(name), list);
            }
        }
        webhook.set("configuration", configuration);
    }
}
