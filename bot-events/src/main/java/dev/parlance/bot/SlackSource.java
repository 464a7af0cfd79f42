package dev.parlance.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Reads the webhooks of Slack: events as JSON, commands and interactions as forms. */
final class SlackSource implements Source {
    private static final Logger LOG = System.getLogger(SlackSource.class.getName());
    private static final JsonMapper JSON = new JsonMapper();

    private final BotClient client;
    private final Handlers handlers;
    private final SlackForms forms;

    SlackSource(BotClient client, Handlers handlers) {
        this.client = client;
        this.handlers = handlers;
        this.forms = new SlackForms(client, handlers);
    }

    @Override
    public WebhookResult read(WebhookRequest request) {
        if (request.hasForm()) {
            return forms.read(request);
        }
        JsonNode envelope;
        try {
            envelope = JSON.readTree(request.bodyText());
        } catch (JsonProcessingException e) {
            return WebhookResult.malformed("The body is not JSON.");
        }
        return switch (envelope.path("type").asText()) {
            case "url_verification" -> challenge(envelope.path("challenge"));
            case "event_callback" -> event(envelope);
            case "app_rate_limited" -> {
                LOG.log(Level.WARNING, "Slack sends no events for a minute because there were too many");
                yield WebhookResult.accepted();
            }
            default -> WebhookResult.malformed("The type is not url_verification or event_callback.");
        };
    }

    private static WebhookResult challenge(JsonNode challenge) {
        return challenge.isTextual()
                ? WebhookResult.answered(WebhookResponse.json(
                        JSON.createObjectNode().set("challenge", challenge).toString()))
                : WebhookResult.malformed("The challenge is missing.");
    }

    private WebhookResult event(JsonNode envelope) {
        JsonNode payload = envelope.path("event");
        String id = envelope.path("event_id").asText();
        if (id.isEmpty() || !payload.isObject()) {
            return WebhookResult.malformed("The event or the event_id is missing.");
        }
        if (SlackMessages.isFromBot(payload)) {
            return WebhookResult.accepted();
        }
        BotEvent event = new BotEvent(
                id, payload.path("type").asText(), envelope.path("team_id").asText(), payload);
        return WebhookResult.accepted(new Job(id, event, () -> handle(envelope, event)));
    }

    private void handle(JsonNode envelope, BotEvent event) throws Exception {
        Optional<BotMessage> message = SlackMessages.in(event);
        if (message.isEmpty()) {
            handlers.dispatch(event);
            return;
        }
        String self = ownId(envelope);
        if (!message.get().author().equals(self)) {
            BotMessage cleaned = message.get().withoutNameOf(self);
            handlers.dispatch(cleaned, event.type().equals(SlackMessages.MENTION), new SlackPlace(client, cleaned));
        }
    }

    /** The bot's user id from the event, or else from the token. */
    private String ownId(JsonNode envelope) {
        for (JsonNode authorization : envelope.path("authorizations")) {
            if (authorization.path("is_bot").asBoolean()) {
                return authorization.path("user_id").asText();
            }
        }
        return client.identity().userId();
    }
}
