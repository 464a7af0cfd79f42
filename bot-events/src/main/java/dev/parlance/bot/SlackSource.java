package dev.parlance.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Slack's Events API: JSON, and forms for commands and interactions. */
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
    public Arrival read(WebhookRequest request) {
        if (request.hasForm()) {
            return forms.read(request);
        }
        JsonNode told;
        try {
            told = JSON.readTree(request.bodyText());
        } catch (JsonProcessingException e) {
            return Arrival.malformed("The body is no JSON.");
        }
        return switch (told.path("type").asText()) {
            case "url_verification" -> challenge(told.path("challenge"));
            case "event_callback" -> event(told);
            case "app_rate_limited" -> {
                LOG.log(Level.WARNING, "The workspace sends no events for a minute, because there were too many");
                yield Arrival.taken();
            }
            default -> Arrival.malformed("Its type is neither url_verification nor event_callback.");
        };
    }

    private static Arrival challenge(JsonNode challenge) {
        return challenge.isTextual()
                ? Arrival.answered(WebhookResponse.json(
                        JSON.createObjectNode().set("challenge", challenge).toString()))
                : Arrival.malformed("There is no challenge in it.");
    }

    private Arrival event(JsonNode envelope) {
        JsonNode payload = envelope.path("event");
        String id = envelope.path("event_id").asText();
        if (id.isEmpty() || !payload.isObject()) {
            return Arrival.malformed("There is no event, or no event_id.");
        }
        if (SlackMessages.isByABot(payload)) {
            return Arrival.taken();
        }
        BotEvent event = new BotEvent(
                id, payload.path("type").asText(), envelope.path("team_id").asText(), payload);
        return Arrival.taken(new Job(id, event, () -> handle(envelope, event)));
    }

    private void handle(JsonNode envelope, BotEvent event) throws Exception {
        Optional<BotMessage> message = SlackMessages.in(event);
        if (message.isEmpty()) {
            handlers.tell(event);
            return;
        }
        String self = ownId(envelope);
        if (!message.get().author().equals(self)) {
            BotMessage toMe = message.get().withoutNameOf(self);
            handlers.tell(toMe, event.type().equals(SlackMessages.MENTION), new SlackPlace(client, toMe));
        }
    }

    /** The event says whom it is for; if not, the token does. */
    private String ownId(JsonNode envelope) {
        for (JsonNode one : envelope.path("authorizations")) {
            if (one.path("is_bot").asBoolean()) {
                return one.path("user_id").asText();
            }
        }
        return client.identity().userId();
    }
}
