package dev.parlance.testkit.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.security.SlackSignature;
import dev.parlance.testkit.world.AtOnce;
import dev.parlance.testkit.world.Timeline;
import dev.parlance.testkit.world.Transport;
import dev.parlance.testkit.world.Transport.Received;
import dev.parlance.testkit.world.Transport.Unanswered;
import dev.parlance.testkit.world.VirtualClock;
import dev.parlance.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Tells apps what happens, as Slack does: signed, within three seconds, and again if it was not taken. */
final class Events {
    private static final Duration CONNECTING = Duration.ofSeconds(1);
    private static final Duration ANSWERING = Duration.ofSeconds(2);
    private static final Duration FAR_AWAY = Duration.ofMinutes(10);
    private static final List<Duration> RETRIES = List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));
    private static final String JSON_TYPE = "application/json";

    private final Scene scene;
    private final Transport transport;
    private final Timeline timeline;
    private final VirtualClock clock;
    private final Deque<EventFault> faults = new ArrayDeque<>();
    private final Map<FakeApp, List<Delivered>> deliveries = new ConcurrentHashMap<>();

    Events(Scene scene, Transport transport, Timeline timeline, VirtualClock clock) {
        this.scene = scene;
        this.transport = transport;
        this.timeline = timeline;
        this.clock = clock;
    }

    void plan(EventFault fault) {
        synchronized (faults) {
            faults.add(fault);
        }
    }

    private @Nullable EventFault nextFault() {
        synchronized (faults) {
            return faults.poll();
        }
    }

    List<Delivered> deliveries(FakeApp app) {
        return List.copyOf(deliveries.getOrDefault(app, List.of()));
    }

    /** The check of a URL, with what the page says if it fails. */
    void verify(FakeApp app, String url) {
        ObjectNode check = Scene.JSON
                .createObjectNode()
                .put("token", "a-token-that-nobody-uses-any-more")
                .put("challenge", "challenge-" + scene.nextNumber())
                .put("type", "url_verification");
        long begun = System.nanoTime();
        String problem;
        int status = 0;
        try {
            Received received =
                    transport.send(signed(app, url, check.toString(), Duration.ZERO), CONNECTING, ANSWERING);
            status = received.status();
            problem = problem(received, check.path("challenge").asText());
        } catch (Unanswered e) {
            problem = "there was no answer within three seconds: " + e.getCause();
        }
        note(app, "", "url_verification", 0, status, begun);
        if (!problem.isEmpty()) {
            throw new AssertionError(
                    "Your URL didn't respond with the value of the challenge parameter: " + url + ": " + problem);
        }
    }

    private static String problem(Received received, String challenge) {
        if (received.status() != 200) {
            return "HTTP " + received.status();
        }
        if (received.body().equals(challenge) || received.body().equals("challenge=" + challenge)) {
            return "";
        }
        try {
            boolean answers = Scene.JSON
                    .readTree(received.body())
                    .path("challenge")
                    .asText()
                    .equals(challenge);
            return answers ? "" : "the answer has another challenge, or none";
        } catch (JsonProcessingException e) {
            return "the answer is neither the challenge nor JSON";
        }
    }

    /** Tells of what a person wrote. */
    void written(FakeChannel channel, FakePost post, List<FakeFile> files) {
        for (FakeApp app : scene.apps()) {
            ObjectNode event = message(channel, post);
            if (!files.isEmpty()) {
                event.put("subtype", "file_share");
                files.forEach(file -> event.withArray("files").add(file(file)));
            }
            tell(app, channel, event);
        }
    }

    /** Tells of what a bot wrote: apps hear of each other, and each of itself. */
    void writtenByBot(FakeApp author, FakeChannel channel, FakePost post) {
        for (FakeApp app : scene.apps()) {
            tell(app, channel, message(channel, post).put("bot_id", author.botId()));
        }
    }

    /** Tells of a message that was changed. */
    void changed(FakeApp author, FakeChannel channel, FakePost post) {
        for (FakeApp app : scene.apps()) {
            ObjectNode event = message(channel, post);
            event.remove("user");
            event.remove("text");
            event.put("subtype", "message_changed").put("hidden", true);
            event.set("message", message(channel, post).put("bot_id", author.botId()));
            tell(app, channel, event);
        }
    }

    private ObjectNode message(FakeChannel channel, FakePost post) {
        ObjectNode event = Scene.JSON
                .createObjectNode()
                .put("type", "message")
                .put("user", post.author())
                .put("text", post.text())
                .put("ts", post.ts())
                .put("team", Scene.TEAM)
                .put("channel", channel.id())
                .put("event_ts", post.ts());
        post.thread().ifPresent(thread -> event.put("thread_ts", thread));
        return event;
    }

    private ObjectNode file(FakeFile file) {
        return Scene.JSON
                .createObjectNode()
                .put("id", Scene.id("F", scene.nextNumber()))
                .put("name", file.name())
                .put("mimetype", file.type())
                .put("size", file.size());
    }

    private void tell(FakeApp app, FakeChannel channel, ObjectNode event) {
        if (!channel.has(app)) {
            return;
        }
        boolean mentions = event.path("text").asText().contains("<@" + app.userId() + ">");
        if (!channel.isDirect() && mentions && app.hears("app_mention", "app_mentions:read")) {
            deliver(app, event.deepCopy().put("type", "app_mention"));
        }
        if (channel.isDirect() && app.hears("message.im", "im:history")) {
            deliver(app, event.deepCopy().put("channel_type", "im"));
        }
        if (!channel.isDirect() && app.hears("message.channels", "channels:history")) {
            deliver(app, event.deepCopy().put("channel_type", "channel"));
        }
    }

    /** Tells an app that it was removed; that needs no scope. */
    void uninstalled(FakeApp app) {
        if (app.isSubscribedTo("app_uninstalled")) {
            deliver(app, Scene.JSON.createObjectNode().put("type", "app_uninstalled"));
        }
    }

    private void deliver(FakeApp app, ObjectNode event) {
        ObjectNode envelope = envelope(app, event);
        Letter letter = new Letter(
                app,
                envelope.toString(),
                envelope.path("event_id").asText(),
                event.path("type").asText());
        EventFault fault = nextFault();
        if (fault == null) {
            send(letter, 0, "");
            return;
        }
        scene.log(letter.type() + " for " + app + " meets " + fault);
        trick(letter, fault);
    }

    private void trick(Letter letter, EventFault fault) {
        Runnable once = () -> attempt(letter, 0, "", Duration.ZERO);
        switch (fault) {
            case ANSWER_LOST -> {
                attempt(letter, 0, "", Duration.ZERO);
                send(letter, 1, "http_timeout");
            }
            case THRICE -> {
                attempt(letter, 0, "", Duration.ZERO);
                attempt(letter, 1, "http_timeout", Duration.ZERO);
                attempt(letter, 2, "http_timeout", Duration.ZERO);
            }
            case THRICE_AT_ONCE -> AtOnce.run(List.of(once, once, once));
            case WRONGLY_SIGNED -> forge(letter, SlackSignature.withSecret("not-the-secret-of-this-app"));
            case UNSIGNED -> forge(letter, null);
            case STALE -> attempt(letter, 0, "", FAR_AWAY.negated());
            case FROM_THE_FUTURE -> attempt(letter, 0, "", FAR_AWAY);
        }
    }

    /** An event on its way to an app. */
    private record Letter(FakeApp app, String body, String eventId, String type) {}

    private ObjectNode envelope(FakeApp app, ObjectNode event) {
        ObjectNode envelope = Scene.JSON
                .createObjectNode()
                .put("token", "a-token-that-nobody-uses-any-more")
                .put("team_id", Scene.TEAM)
                .put("api_app_id", app.appId())
                .put("type", "event_callback")
                .put("event_id", Scene.id("Ev", scene.nextNumber()))
                .put("event_time", clock.instant().getEpochSecond())
                .put("is_ext_shared_channel", false);
        envelope.set("event", event);
        ArrayNode authorizations = envelope.putArray("authorizations");
        authorizations
                .addObject()
                .put("team_id", Scene.TEAM)
                .put("user_id", app.userId())
                .put("is_bot", true)
                .put("is_enterprise_install", false);
        return envelope;
    }

    private void send(Letter letter, int retry, String reason) {
        Attempt attempt = attempt(letter, retry, reason, Duration.ZERO);
        if (attempt.delivered().isAccepted() || attempt.wantsNoRetry()) {
            return;
        }
        if (retry == RETRIES.size()) {
            scene.log(letter.type() + " for " + letter.app() + " is given up");
            return;
        }
        Duration pause = RETRIES.get(retry);
        if (pause.isZero()) {
            send(letter, retry + 1, attempt.reason());
        } else {
            timeline.at(clock.instant().plus(pause), () -> send(letter, retry + 1, attempt.reason()));
        }
    }

    private record Attempt(Delivered delivered, String reason, boolean wantsNoRetry) {}

    private Attempt attempt(Letter letter, int retry, String reason, Duration away) {
        WebhookRequest request = signed(letter.app(), letter.app().url(), letter.body(), away);
        if (retry > 0) {
            request =
                    request.header("X-Slack-Retry-Num", Integer.toString(retry)).header("X-Slack-Retry-Reason", reason);
        }
        return sent(letter, request, retry);
    }

    private void forge(Letter letter, @Nullable SlackSignature signature) {
        WebhookRequest request = WebhookRequest.post(letter.app().url()).body(JSON_TYPE, bytes(letter.body()));
        sent(letter, signature == null ? request : signature.sign(request), 0);
    }

    private Attempt sent(Letter letter, WebhookRequest request, int retry) {
        long begun = System.nanoTime();
        try {
            Received received = transport.send(request, CONNECTING, ANSWERING);
            Delivered delivered = note(letter.app(), letter.eventId(), letter.type(), retry, received.status(), begun);
            return new Attempt(
                    delivered,
                    "http_error",
                    received.headers()
                            .first("X-Slack-No-Retry")
                            .filter("1"::equals)
                            .isPresent());
        } catch (Unanswered e) {
            Delivered delivered = note(letter.app(), letter.eventId(), letter.type(), retry, 0, begun);
            return new Attempt(delivered, e.fault().equals("ct") ? "connection_failed" : "http_timeout", false);
        }
    }

    private Delivered note(FakeApp app, String eventId, String type, int retry, int status, long begun) {
        Delivered delivered = new Delivered(eventId, type, retry, status, Duration.ofNanos(System.nanoTime() - begun));
        deliveries.computeIfAbsent(app, it -> new CopyOnWriteArrayList<>()).add(delivered);
        scene.log(type + " for " + app + (retry == 0 ? "" : ", retry " + retry) + " -> "
                + (status == 0 ? "no answer" : "HTTP " + status));
        return delivered;
    }

    /** Sends a form to an app, signed, and returns what it answers. */
    Received form(FakeApp app, List<String> namesAndValues) {
        WebhookRequest form = WebhookRequest.post(app.url()).form(namesAndValues.toArray(String[]::new));
        WebhookRequest signed = SlackSignature.withSecret(app.signingSecret()).sign(form);
        try {
            return transport.send(signed, CONNECTING, ANSWERING);
        } catch (Unanswered e) {
            throw new AssertionError(
                    app + " did not answer within three seconds: the person sees \"operation_timeout\"", e);
        }
    }

    private static WebhookRequest signed(FakeApp app, String url, String body, Duration away) {
        return SlackSignature.withSecret(app.signingSecret())
                .clock(Clock.offset(Clock.systemUTC(), away))
                .sign(WebhookRequest.post(url).body(JSON_TYPE, bytes(body)));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
