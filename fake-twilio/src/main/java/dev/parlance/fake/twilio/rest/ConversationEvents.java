package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.log.LogEntry.Kind;
import dev.parlance.fake.twilio.world.Answer;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Cookies;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.Parameters;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Webhooks for events of conversations: before something happens, to the account's or the service's webhook, which can change or
 * refuse it; and after it has happened, also to the webhooks of the conversation.
 */
final class ConversationEvents {
    /** The events before something happens. */
    private static final Set<String> BEFORE = Set.of(
            "onConversationAdd",
            "onConversationUpdate",
            "onConversationRemove",
            "onMessageAdd",
            "onMessageUpdate",
            "onMessageRemove",
            "onParticipantAdd",
            "onParticipantUpdate",
            "onParticipantRemove",
            "onUserUpdate");

    private static final Set<String> AFTER = Set.of(
            "onConversationAdded",
            "onConversationUpdated",
            "onConversationStateUpdated",
            "onConversationRemoved",
            "onMessageAdded",
            "onMessageUpdated",
            "onMessageRemoved",
            "onParticipantAdded",
            "onParticipantUpdated",
            "onParticipantRemoved",
            "onDeliveryUpdated",
            "onUserAdded",
            "onUserUpdated");

    private final World world;
    private final ConversationStore store;

    ConversationEvents(World world, ConversationStore store) {
        this.world = world;
        this.store = store;
    }

    /** Whether a request through the API triggers webhooks. */
    static boolean isEnabled(Exchange exchange) {
        return exchange.request()
                .header("X-Twilio-Webhook-Enabled")
                .filter("true"::equals)
                .isPresent();
    }

    /** Refuses unknown events in the configuration of a webhook. */
    static void checkFilters(Exchange exchange) {
        for (String filter : exchange.all("Filters")) {
            if (!filter.isEmpty() && !BEFORE.contains(filter) && !AFTER.contains(filter)) {
                throw ApiError.badRequest(20001, "Invalid Filters: '" + filter + "' is not an event");
            }
        }
    }

    /**
     * Asks the application before something happens, and applies its changes to the subject.
     *
     * @param fields the fields that the application can change
     * @throws ApiError if the application refuses it
     */
    void ask(String event, Resource subject, String source, String... fields) {
        Optional<Resource> configuration = configuration(subject).filter(it -> wants(it.get("filters"), event));
        Optional<String> url = configuration.flatMap(it -> it.filled("pre_webhook_url"));
        if (url.isEmpty()) {
            return;
        }
        String token = world.accounts().token(subject.text("account_sid"));
        Parameters form = ConversationForm.of(event, subject, source);
        Answer answer = world.webhooks().ask(token, url.get(), method(configuration.get()), form, new Cookies());
        if (answer.status() >= 400 && answer.status() < 500) {
            throw new ApiError(403, 20403, "The webhook refused " + event + " with HTTP " + answer.status());
        }
        if (!answer.isGood()) {
            world.alert(11200, url.get() + ": HTTP retrieval failure, " + answer.describe());
            return;
        }
        ObjectNode changes = changes(answer.body());
        for (String field : fields) {
            if (changes.has(field)) {
                subject.set(field, changes.get(field).asText());
            }
        }
    }

    private ObjectNode changes(String body) {
        try {
            return !body.isBlank() && Json.read(body) instanceof ObjectNode changes ? changes : Json.object();
        } catch (JsonProcessingException e) {
            world.log().add(Kind.WEBHOOK, "ignored response: not JSON");
            return Json.object();
        }
    }

    /** Reports what has happened, after the API has responded. */
    void publish(String event, Resource subject, String source, String... more) {
        Parameters form = ConversationForm.of(event, subject, source, more);
        String account = subject.text("account_sid");
        String conversation = subject.has("conversation_sid") ? subject.text("conversation_sid") : subject.sid();
        for (Resource webhook : store.webhooks.oldestFirst()) {
            JsonNode settings = webhook.get("configuration");
            if (webhook.is("conversation_sid", conversation)
                    && webhook.is("target", "webhook")
                    && wants(settings.path("filters"), event)) {
                String url = settings.path("url").asText();
                String method = settings.path("method").asText("POST").toUpperCase(Locale.ROOT);
                world.background().later(() -> world.notifyApplication(account, url, method, form));
            }
        }
        configuration(subject)
                .filter(it -> wants(it.get("filters"), event))
                .ifPresent(it -> it.filled("post_webhook_url")
                        .ifPresent(url -> world.background()
                                .later(() -> world.notifyApplication(account, url, method(it), form))));
    }

    /** The webhooks of the service or, if it has none, of the account. */
    private Optional<Resource> configuration(Resource subject) {
        String host = subject.text("account_sid") + " conversations/v1/";
        String service = host + "Services/" + subject.text("chat_service_sid") + "/Configuration/Webhooks";
        return world.resources()
                .find(service, "")
                .or(() -> world.resources().find(host + "Configuration/Webhooks", ""));
    }

    private static String method(Resource configuration) {
        return configuration.filled("method").orElse("POST").toUpperCase(Locale.ROOT);
    }

    private static boolean wants(JsonNode filters, String event) {
        for (JsonNode filter : filters) {
            if (filter.asText().equals(event)) {
                return true;
            }
        }
        return false;
    }
}
