package dev.parlance.fake.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.internal.Transport.Received;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Slash commands, buttons and forms, and the response URLs for later replies. */
final class Commands {
    static final String PATH = "/commands/";
    private static final int MAX_REPLIES = 5;

    private final WorkspaceState state;
    private final Events events;
    private final Map<String, ResponseUrl> responseUrls = new ConcurrentHashMap<>();
    private volatile URI url = URI.create("http://localhost");

    /** The interaction that a response URL belongs to. */
    private record ResponseUrl(
            FakeMember member, FakeApp app, FakeChannel channel, Optional<FakePost> original, AtomicInteger replies) {}

    Commands(WorkspaceState state, Events events) {
        this.state = state;
        this.events = events;
    }

    void at(URI workspace) {
        url = workspace;
    }

    private String responseUrl(FakeMember member, FakeApp app, FakeChannel channel, Optional<FakePost> original) {
        String id = Integer.toString(state.nextNumber());
        responseUrls.put(id, new ResponseUrl(member, app, channel, original, new AtomicInteger()));
        return url + PATH + id;
    }

    String type(FakeMember member, FakeApp app, FakeChannel channel, String command, String text) {
        Received received = events.form(
                app,
                List.of(
                        "command", command,
                        "text", text,
                        "user_id", member.id(),
                        "user_name", member.name(),
                        "channel_id", channel.id(),
                        "channel_name", channel.name(),
                        "team_id", WorkspaceState.TEAM,
                        "api_app_id", app.appId(),
                        "response_url", responseUrl(member, app, channel, Optional.empty()),
                        "trigger_id", "trigger-" + state.nextNumber()));
        checkAccepted(received, app + " failed with the error \"http_client_error\" at " + command);
        String shown = textIn(received);
        if (!shown.isEmpty()) {
            show(member, app, channel, shown, isToEveryone(received));
        }
        return shown;
    }

    void press(FakeMember member, FakeApp app, FakePost post, String actionId, String value) {
        FakeChannel channel = state.channel(post.channel());
        ObjectNode payload = payload("block_actions", member, app);
        payload.putObject("channel").put("id", channel.id());
        payload.put("response_url", responseUrl(member, app, channel, Optional.of(post)));
        payload.putArray("actions")
                .addObject()
                .put("type", "button")
                .put("action_id", actionId)
                .put("value", value);
        checkAccepted(events.form(app, List.of("payload", payload.toString())), app + " failed on a button click");
    }

    String submit(FakeMember member, FakeApp app, String callbackId, Map<String, String> values) {
        ObjectNode payload = payload("view_submission", member, app);
        ObjectNode view = payload.putObject("view").put("callback_id", callbackId);
        ObjectNode state = view.putObject("state").putObject("values");
        values.forEach((name, value) -> state.putObject(name)
                .putObject(name)
                .put("type", "plain_text_input")
                .put("value", value));
        Received received = events.form(app, List.of("payload", payload.toString()));
        checkAccepted(received, app + " failed on a form submission");
        return received.body();
    }

    private ObjectNode payload(String type, FakeMember member, FakeApp app) {
        ObjectNode payload = WorkspaceState.JSON
                .createObjectNode()
                .put("type", type)
                .put("api_app_id", app.appId())
                .put("trigger_id", "trigger-" + state.nextNumber());
        payload.putObject("user").put("id", member.id()).put("name", member.name());
        payload.putObject("team").put("id", WorkspaceState.TEAM);
        return payload;
    }

    private static void checkAccepted(Received received, String message) {
        if (received.status() != 200) {
            throw new AssertionError(message + ": HTTP " + received.status());
        }
    }

    private static String textIn(Received received) {
        JsonNode json = json(received.body());
        return json.isObject() ? json.path("text").asText() : received.body();
    }

    private static boolean isToEveryone(Received received) {
        return json(received.body()).path("response_type").asText().equals("in_channel");
    }

    private static JsonNode json(String body) {
        try {
            return WorkspaceState.JSON.readTree(body);
        } catch (JsonProcessingException plainText) {
            return WorkspaceState.JSON.missingNode();
        }
    }

    private void show(FakeMember member, FakeApp app, FakeChannel channel, String text, boolean toEveryone) {
        if (toEveryone) {
            state.write(app, channel, text, Optional.empty());
        } else {
            state.log(app + " to " + member + " (only visible to them): " + text);
            member.whisper(text);
        }
    }

    /** Handles a later reply at a response URL. */
    WebhookResponse answer(WebhookRequest request) {
        ResponseUrl interaction = responseUrls.get(request.path().substring(PATH.length()));
        if (interaction == null) {
            return refused(404, "expired_url");
        }
        if (interaction.replies().incrementAndGet() > MAX_REPLIES) {
            return refused(404, "used_url");
        }
        JsonNode answer = json(request.bodyText());
        if (!answer.isObject()) {
            return refused(400, "invalid_payload");
        }
        String text = answer.path("text").asText();
        if (answer.path("delete_original").asBoolean()
                || answer.path("replace_original").asBoolean()) {
            changeOriginal(interaction, answer.path("delete_original").asBoolean() ? "" : text);
        } else {
            boolean toEveryone = answer.path("response_type").asText().equals("in_channel");
            show(interaction.member(), interaction.app(), interaction.channel(), text, toEveryone);
        }
        return WebhookResponse.text("ok");
    }

    private void changeOriginal(ResponseUrl interaction, String text) {
        if (interaction.original().isEmpty()) {
            interaction.member().replaceWhisper(text);
        } else if (text.isEmpty()) {
            interaction.original().get().delete();
        } else {
            interaction.original().get().change(text);
        }
        state.changed();
    }

    private static WebhookResponse refused(int status, String error) {
        return WebhookResponse.json("{\"ok\":false,\"error\":\"" + error + "\"}")
                .withStatus(status);
    }
}
