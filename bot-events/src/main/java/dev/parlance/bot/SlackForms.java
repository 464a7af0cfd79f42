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

/** Commands and interactions, which come as forms and are answered while somebody waits. */
final class SlackForms {
    private static final Logger LOG = System.getLogger(SlackForms.class.getName());
    private static final JsonMapper JSON = new JsonMapper();

    private final BotClient client;
    private final Handlers handlers;

    SlackForms(BotClient client, Handlers handlers) {
        this.client = client;
        this.handlers = handlers;
    }

    Arrival read(WebhookRequest request) {
        Parameters form = request.formParameters();
        if (request.isRepeated() || form.first("ssl_check").isPresent()) {
            return Arrival.taken();
        }
        if (form.first("payload").isPresent()) {
            return interaction(form.required("payload"));
        }
        return form.first("command").isPresent()
                ? command(form)
                : Arrival.malformed("The form has neither a command nor a payload.");
    }

    private Arrival command(Parameters form) {
        ObjectNode payload = JSON.createObjectNode();
        form.entries().forEach(one -> payload.put(one.name(), one.value()));
        Command command = new Command(
                form.required("command"),
                form.first("text").orElse("").strip(),
                form.first("user_id").orElse(""),
                form.first("channel_id").orElse(""),
                form.first("team_id").orElse(""),
                payload);
        CommandHandler handler = handlers.commands().get(command.name());
        if (handler == null) {
            return unknown("command " + command.name());
        }
        Answer answer = handler.answer(command);
        BotEvent event = new BotEvent(form.first("trigger_id").orElse(""), command.name(), command.space(), payload);
        WebhookResponse atOnce = answer.parts().isEmpty()
                ? json(answer.json())
                : WebhookResponse.json(
                        CommandReply.json(answer.parts(), answer.isToEveryone()).toString());
        Optional<Job> job = answer.later()
                .map(later -> new Job(
                        "",
                        event,
                        () -> later.run(reply(form.first("response_url").orElse(""), command.user()))));
        return new Arrival(atOnce, job);
    }

    private Arrival interaction(String text) {
        JsonNode payload;
        try {
            payload = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return Arrival.malformed("The payload is no JSON.");
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
        return handler == null ? unknown("interaction " + interaction.id()) : answered(interaction, handler);
    }

    /** What is said to a button goes to its URL: the answer to the webhook itself is shown to nobody. */
    private Arrival answered(Interaction interaction, InteractionHandler handler) {
        Answer answer = handler.answer(interaction);
        JsonNode payload = interaction.payload();
        String url = payload.path("response_url")
                .asText(payload.at("/response_urls/0/response_url").asText());
        if (answer.parts().isEmpty() && answer.later().isEmpty()) {
            return Arrival.answered(json(answer.json()));
        }
        BotEvent event =
                new BotEvent(payload.path("trigger_id").asText(), interaction.type(), interaction.space(), payload);
        CommandReply reply = reply(url, interaction.user());
        Job job = new Job("", event, () -> {
            if (!answer.parts().isEmpty()) {
                client.respond(
                        url,
                        CommandReply.json(answer.parts(), answer.isToEveryone()).toString());
            }
            if (answer.later().isPresent()) {
                answer.later().get().run(reply);
            }
        });
        return new Arrival(json(answer.json()), Optional.of(job));
    }

    private CommandReply reply(String url, String user) {
        return new CommandReply(client, url, handlers.language(() -> client.languageOf(user)));
    }

    private static WebhookResponse json(String json) {
        return json.isEmpty() ? Arrival.taken().response() : WebhookResponse.json(json);
    }

    private static Arrival unknown(String what) {
        LOG.log(Level.WARNING, "Nobody answers the {0}: the app names it, and no handler does", what);
        return Arrival.answered(WebhookResponse.text("").withStatus(404));
    }
}
