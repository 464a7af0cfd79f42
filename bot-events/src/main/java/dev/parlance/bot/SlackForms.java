package dev.parlance.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Reads commands and interactions, which arrive as forms and are answered while the user waits. */
final class SlackForms {
    private static final Logger LOG = System.getLogger(SlackForms.class.getName());
    private static final JsonMapper JSON = new JsonMapper();

    private final BotClient client;
    private final Handlers handlers;

    SlackForms(BotClient client, Handlers handlers) {
        this.client = client;
        this.handlers = handlers;
    }

    WebhookResult read(WebhookRequest request) {
        Parameters form = request.formParameters();
        if (request.isRepeated() || form.first("ssl_check").isPresent()) {
            return WebhookResult.accepted();
        }
        if (form.first("payload").isPresent()) {
            return interaction(form.required("payload"));
        }
        return form.first("command").isPresent()
                ? command(form)
                : WebhookResult.malformed("The form has no command and no payload.");
    }

    private WebhookResult command(Parameters form) {
        ObjectNode payload = JSON.createObjectNode();
        form.entries().forEach(parameter -> payload.put(parameter.name(), parameter.value()));
        Command command = new Command(
                form.required("command"),
                form.first("text").orElse("").strip(),
                form.first("user_id").orElse(""),
                form.first("channel_id").orElse(""),
                form.first("team_id").orElse(""),
                payload);
        CommandHandler handler = handlers.commands().get(command.name());
        if (handler == null) {
            return unhandled("command " + command.name());
        }
        ImmediateReply answer = handler.answer(command);
        BotEvent event =
                new BotEvent(form.first("trigger_id").orElse(""), command.name(), command.workspace(), payload);
        WebhookResponse immediate = answer.parts().isEmpty()
                ? json(answer.json())
                : WebhookResponse.json(
                        DelayedReply.json(answer.parts(), answer.isToEveryone()).toString());
        Optional<Job> job = answer.followUp()
                .map(followUp -> new Job(
                        "",
                        event,
                        () -> followUp.run(reply(form.first("response_url").orElse(""), command.user()))));
        return new WebhookResult(immediate, job);
    }

    private WebhookResult interaction(String text) {
        JsonNode payload;
        try {
            payload = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return WebhookResult.malformed("The payload is not JSON.");
        }
        JsonNode action = payload.path("actions").path(0);
        String callback = payload.at("/view/callback_id")
                .asText(payload.path("callback_id").asText());
        Interaction interaction = new Interaction(
                payload.path("type").asText(),
                action.path("action_id").asText(callback),
                action.path("value")
                        .asText(action.path("selected_option").path("value").asText()),
                payload.at("/user/id").asText(),
                payload.at("/channel/id").asText(),
                payload.at("/team/id").asText(),
                payload);
        InteractionHandler handler = handlers.interactions().get(interaction.id());
        return handler == null ? unhandled("interaction " + interaction.id()) : answer(interaction, handler);
    }

    /** Sends a text answer to the response URL, because Slack ignores text in the response to the webhook. */
    private WebhookResult answer(Interaction interaction, InteractionHandler handler) {
        ImmediateReply answer = handler.answer(interaction);
        JsonNode payload = interaction.payload();
        String url = payload.path("response_url")
                .asText(payload.at("/response_urls/0/response_url").asText());
        if (answer.parts().isEmpty() && answer.followUp().isEmpty()) {
            return WebhookResult.answered(json(answer.json()));
        }
        BotEvent event =
                new BotEvent(payload.path("trigger_id").asText(), interaction.type(), interaction.workspace(), payload);
        DelayedReply reply = reply(url, interaction.user());
        Job job = new Job("", event, () -> {
            if (!answer.parts().isEmpty()) {
                client.respond(
                        url,
                        DelayedReply.json(answer.parts(), answer.isToEveryone()).toString());
            }
            if (answer.followUp().isPresent()) {
                answer.followUp().get().run(reply);
            }
        });
        return new WebhookResult(json(answer.json()), Optional.of(job));
    }

    private DelayedReply reply(String url, String user) {
        return new DelayedReply(client, url, handlers.language(() -> client.languageOf(user)));
    }

    private static WebhookResponse json(String json) {
        return json.isEmpty() ? WebhookResult.accepted().response() : WebhookResponse.json(json);
    }

    private static WebhookResult unhandled(String what) {
        LOG.log(Level.WARNING, "There is no handler for the {0}", what);
        return WebhookResult.answered(WebhookResponse.text("").withStatus(404));
    }
}
