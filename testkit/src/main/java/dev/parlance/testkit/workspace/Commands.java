package dev.parlance.testkit.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.testkit.world.Transport.Received;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Slash commands, buttons and forms, and the URLs at which they are answered later. */
final class Commands {
    static final String PATH = "/commands/";
    private static final int MOST_ANSWERS = 5;

    private final Scene scene;
    private final Events events;
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();
    private volatile URI url = URI.create("http://localhost");

    /** Somebody who waits for answers at a URL. */
    private record Asked(
            FakeMember member, FakeApp app, FakeChannel channel, Optional<FakePost> original, AtomicInteger answers) {}

    Commands(Scene scene, Events events) {
        this.scene = scene;
        this.events = events;
    }

    void at(URI workspace) {
        url = workspace;
    }

    private String responseUrl(FakeMember member, FakeApp app, FakeChannel channel, Optional<FakePost> original) {
        String id = Integer.toString(scene.nextNumber());
        asked.put(id, new Asked(member, app, channel, original, new AtomicInteger()));
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
                        "team_id", Scene.TEAM,
                        "api_app_id", app.appId(),
                        "response_url", responseUrl(member, app, channel, Optional.empty()),
                        "trigger_id", "trigger-" + scene.nextNumber()));
        checkTaken(received, app + " failed with the error \"http_client_error\" at " + command);
        String shown = textIn(received);
        if (!shown.isEmpty()) {
            show(member, app, channel, shown, isToEveryone(received));
        }
        return shown;
    }

    void press(FakeMember member, FakeApp app, FakePost post, String actionId, String value) {
        FakeChannel channel = scene.channel(post.channel());
        ObjectNode payload = payload("block_actions", member, app);
        payload.putObject("channel").put("id", channel.id());
        payload.put("response_url", responseUrl(member, app, channel, Optional.of(post)));
        payload.putArray("actions")
                .addObject()
                .put("type", "button")
                .put("action_id", actionId)
                .put("value", value);
        checkTaken(events.form(app, List.of("payload", payload.toString())), app + " failed at a button");
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
        checkTaken(received, app + " failed at a form");
        return received.body();
    }

    private ObjectNode payload(String type, FakeMember member, FakeApp app) {
        ObjectNode payload = Scene.JSON
                .createObjectNode()
                .put("type", type)
                .put("api_app_id", app.appId())
                .put("trigger_id", "trigger-" + scene.nextNumber());
        payload.putObject("user").put("id", member.id()).put("name", member.name());
        payload.putObject("team").put("id", Scene.TEAM);
        return payload;
    }

    private static void checkTaken(Received received, String otherwise) {
        if (received.status() != 200) {
            throw new AssertionError(otherwise + ": HTTP " + received.status());
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
            return Scene.JSON.readTree(body);
        } catch (JsonProcessingException plainText) {
            return Scene.JSON.missingNode();
        }
    }

    private void show(FakeMember member, FakeApp app, FakeChannel channel, String text, boolean toEveryone) {
        if (toEveryone) {
            scene.write(app, channel, text, Optional.empty());
        } else {
            scene.log(app + " to " + member + " alone: " + text);
            member.whisper(text);
        }
    }

    /** An answer that comes later. */
    WebhookResponse answer(WebhookRequest request) {
        Asked who = asked.get(request.path().substring(PATH.length()));
        if (who == null) {
            return refused(404, "expired_url");
        }
        if (who.answers().incrementAndGet() > MOST_ANSWERS) {
            return refused(404, "used_url");
        }
        JsonNode answer = json(request.bodyText());
        if (!answer.isObject()) {
            return refused(400, "invalid_payload");
        }
        String text = answer.path("text").asText();
        if (answer.path("delete_original").asBoolean()
                || answer.path("replace_original").asBoolean()) {
            changeOriginal(who, answer.path("delete_original").asBoolean() ? "" : text);
        } else {
            boolean toEveryone = answer.path("response_type").asText().equals("in_channel");
            show(who.member(), who.app(), who.channel(), text, toEveryone);
        }
        return WebhookResponse.text("ok");
    }

    private void changeOriginal(Asked who, String text) {
        if (who.original().isEmpty()) {
            who.member().whisperInstead(text);
        } else if (text.isEmpty()) {
            who.original().get().delete();
        } else {
            who.original().get().change(text);
        }
        scene.changed();
    }

    private static WebhookResponse refused(int status, String error) {
        return WebhookResponse.json("{\"ok\":false,\"error\":\"" + error + "\"}")
                .withStatus(status);
    }
}
