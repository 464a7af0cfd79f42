package dev.parlance.fake.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.MovableClock;
import dev.parlance.fake.internal.AtOnce;
import dev.parlance.fake.internal.Timeline;
import dev.parlance.fake.internal.Transport;
import dev.parlance.fake.internal.Transport.NoResponseException;
import dev.parlance.fake.internal.Transport.Received;
import dev.parlance.security.SlackSignature;
import dev.parlance.settings.Secret;
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

/** Sends events to apps as Slack does: signed, with a three-second timeout, and with retries. */
final class Events {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);
    private static final List<Duration> RETRIES = List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));
    private static final String JSON_TYPE = "application/json";

    private final WorkspaceState state;
    private final Transport transport;
    private final Timeline timeline;
    private final MovableClock clock;
    private final Deque<EventFault> faults = new ArrayDeque<>();
    private final Map<FakeApp, List<EventDelivery>> deliveries = new ConcurrentHashMap<>();

    Events(WorkspaceState state, Transport transport, Timeline timeline, MovableClock clock) {
        this.state = state;
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

    List<EventDelivery> deliveries(FakeApp app) {
        return List.copyOf(deliveries.getOrDefault(app, List.of()));
    }

    /** Verifies a request URL. Fails with the message of Slack's settings page. */
    void verify(FakeApp app, String url) {
        ObjectNode check = WorkspaceState.JSON
                .createObjectNode()
                .put("token", "deprecated-verification-token")
                .put("challenge", "challenge-" + state.nextNumber())
                .put("type", "url_verification");
        long start = System.nanoTime();
        String problem;
        int status = 0;
        try {
            Received received =
                    transport.send(signed(app, url, check.toString(), Duration.ZERO), CONNECT_TIMEOUT, READ_TIMEOUT);
            status = received.status();
            problem = problem(received, check.path("challenge").asText());
        } catch (NoResponseException e) {
            problem = "no response within three seconds: " + e.getCause();
        }
        note(app, "", "url_verification", 0, status, start);
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
            boolean answers = WorkspaceState.JSON
                    .readTree(received.body())
                    .path("challenge")
                    .asText()
                    .equals(challenge);
            return answers ? "" : "the response has the wrong challenge, or none";
        } catch (JsonProcessingException e) {
            return "the response is neither the challenge nor JSON";
        }
    }

    /** Sends events for a person's message. */
    void written(FakeChannel channel, FakePost post, List<FakeFile> files) {
        for (FakeApp app : state.apps()) {
            ObjectNode event = message(channel, post);
            if (!files.isEmpty()) {
                event.put("subtype", "file_share");
                files.forEach(file -> event.withArray("files").add(file(file)));
            }
            send(app, channel, event);
        }
    }

    /** Sends events for a bot's message as it is now, when it is run. All apps receive them, even the author. */
    Runnable writtenByBot(FakeApp author, FakeChannel channel, FakePost post) {
        ObjectNode event = message(channel, post).put("bot_id", author.botId());
        return () -> toAll(channel, event);
    }

    /** Sends events for an edited message as it is now, when it is run. */
    Runnable changed(FakeApp author, FakeChannel channel, FakePost post) {
        ObjectNode event = message(channel, post);
        event.remove("user");
        event.remove("text");
        event.put("subtype", "message_changed").put("hidden", true);
        event.set("message", message(channel, post).put("bot_id", author.botId()));
        return () -> toAll(channel, event);
    }

    private void toAll(FakeChannel channel, ObjectNode event) {
        state.apps().forEach(app -> send(app, channel, event));
    }

    private ObjectNode message(FakeChannel channel, FakePost post) {
        ObjectNode event = WorkspaceState.JSON
                .createObjectNode()
                .put("type", "message")
                .put("user", post.author())
                .put("text", post.text())
                .put("ts", post.ts())
                .put("team", WorkspaceState.TEAM)
                .put("channel", channel.id())
                .put("event_ts", post.ts());
        post.thread().ifPresent(thread -> event.put("thread_ts", thread));
        return event;
    }

    private ObjectNode file(FakeFile file) {
        return WorkspaceState.JSON
                .createObjectNode()
                .put("id", WorkspaceState.id("F", state.nextNumber()))
                .put("name", file.name())
                .put("mimetype", file.type())
                .put("size", file.size());
    }

    private void send(FakeApp app, FakeChannel channel, ObjectNode event) {
        if (!channel.has(app)) {
            return;
        }
        boolean mentions = event.path("text").asText().contains("<@" + app.userId() + ">");
        if (!channel.isDirect() && mentions && app.receives("app_mention", "app_mentions:read")) {
            deliver(app, event.deepCopy().put("type", "app_mention"));
        }
        if (channel.isDirect() && app.receives("message.im", "im:history")) {
            deliver(app, event.deepCopy().put("channel_type", "im"));
        }
        if (!channel.isDirect() && app.receives("message.channels", "channels:history")) {
            deliver(app, event.deepCopy().put("channel_type", "channel"));
        }
    }

    /** Notifies an app of its removal. This needs no scope. */
    void uninstalled(FakeApp app) {
        if (app.isSubscribedTo("app_uninstalled")) {
            deliver(app, WorkspaceState.JSON.createObjectNode().put("type", "app_uninstalled"));
        }
    }

    private void deliver(FakeApp app, ObjectNode event) {
        ObjectNode envelope = envelope(app, event);
        OutgoingEvent outgoing = new OutgoingEvent(
                app,
                envelope.toString(),
                envelope.path("event_id").asText(),
                event.path("type").asText());
        EventFault fault = nextFault();
        if (fault == null) {
            send(outgoing, 0, "");
            return;
        }
        state.log(outgoing.type() + " for " + app + ": injected fault: " + fault);
        inject(outgoing, fault);
    }

    private void inject(OutgoingEvent event, EventFault fault) {
        Runnable once = () -> attempt(event, 0, "", Duration.ZERO);
        switch (fault) {
            case ANSWER_LOST -> {
                attempt(event, 0, "", Duration.ZERO);
                send(event, 1, "http_timeout");
            }
            case THREE_TIMES -> {
                attempt(event, 0, "", Duration.ZERO);
                attempt(event, 1, "http_timeout", Duration.ZERO);
                attempt(event, 2, "http_timeout", Duration.ZERO);
            }
            case THREE_TIMES_AT_ONCE -> AtOnce.run(List.of(once, once, once));
            case WRONGLY_SIGNED -> forge(event, SlackSignature.of(Secret.of("not-the-secret-of-this-app")));
            case UNSIGNED -> forge(event, null);
            case STALE -> attempt(event, 0, "", CLOCK_SKEW.negated());
            case FROM_THE_FUTURE -> attempt(event, 0, "", CLOCK_SKEW);
        }
    }

    /** An event for an app. */
    private record OutgoingEvent(FakeApp app, String body, String eventId, String type) {}

    private ObjectNode envelope(FakeApp app, ObjectNode event) {
        ObjectNode envelope = WorkspaceState.JSON
                .createObjectNode()
                .put("token", "deprecated-verification-token")
                .put("team_id", WorkspaceState.TEAM)
                .put("api_app_id", app.appId())
                .put("type", "event_callback")
                .put("event_id", WorkspaceState.id("Ev", state.nextNumber()))
                .put("event_time", clock.instant().getEpochSecond())
                .put("is_ext_shared_channel", false);
        envelope.set("event", event);
        ArrayNode authorizations = envelope.putArray("authorizations");
        authorizations
                .addObject()
                .put("team_id", WorkspaceState.TEAM)
                .put("user_id", app.userId())
                .put("is_bot", true)
                .put("is_enterprise_install", false);
        return envelope;
    }

    private void send(OutgoingEvent event, int retry, String reason) {
        Attempt attempt = attempt(event, retry, reason, Duration.ZERO);
        if (attempt.delivered().isAccepted() || attempt.wantsNoRetry()) {
            return;
        }
        if (retry == RETRIES.size()) {
            state.log(event.type() + " for " + event.app() + " has no retries left");
            return;
        }
        Duration pause = RETRIES.get(retry);
        if (pause.isZero()) {
            send(event, retry + 1, attempt.reason());
        } else {
            timeline.at(clock.instant().plus(pause), () -> send(event, retry + 1, attempt.reason()));
        }
    }

    private record Attempt(EventDelivery delivered, String reason, boolean wantsNoRetry) {}

    private Attempt attempt(OutgoingEvent event, int retry, String reason, Duration clockOffset) {
        WebhookRequest request = signed(event.app(), event.app().url(), event.body(), clockOffset);
        if (retry > 0) {
            request = request.withHeader("X-Slack-Retry-Num", Integer.toString(retry))
                    .withHeader("X-Slack-Retry-Reason", reason);
        }
        return sent(event, request, retry);
    }

    private void forge(OutgoingEvent event, @Nullable SlackSignature signature) {
        WebhookRequest request = WebhookRequest.post(event.app().url()).withBody(JSON_TYPE, bytes(event.body()));
        sent(event, signature == null ? request : signature.sign(request), 0);
    }

    private Attempt sent(OutgoingEvent event, WebhookRequest request, int retry) {
        long start = System.nanoTime();
        try {
            Received received = transport.send(request, CONNECT_TIMEOUT, READ_TIMEOUT);
            EventDelivery delivery = note(event.app(), event.eventId(), event.type(), retry, received.status(), start);
            return new Attempt(
                    delivery,
                    "http_error",
                    received.headers()
                            .first("X-Slack-No-Retry")
                            .filter("1"::equals)
                            .isPresent());
        } catch (NoResponseException e) {
            EventDelivery delivery = note(event.app(), event.eventId(), event.type(), retry, 0, start);
            return new Attempt(delivery, e.reason().equals("ct") ? "connection_failed" : "http_timeout", false);
        }
    }

    private EventDelivery note(FakeApp app, String eventId, String type, int retry, int status, long start) {
        EventDelivery delivery =
                new EventDelivery(eventId, type, retry, status, Duration.ofNanos(System.nanoTime() - start));
        deliveries.computeIfAbsent(app, it -> new CopyOnWriteArrayList<>()).add(delivery);
        state.log(type + " for " + app + (retry == 0 ? "" : ", retry " + retry) + " -> "
                + (status == 0 ? "no response" : "HTTP " + status));
        return delivery;
    }

    /** Sends a signed form to an app and returns the response. */
    Received form(FakeApp app, List<String> namesAndValues) {
        WebhookRequest form = WebhookRequest.post(app.url()).withForm(namesAndValues.toArray(String[]::new));
        WebhookRequest signed = SlackSignature.of(app.signingSecret()).sign(form);
        try {
            return transport.send(signed, CONNECT_TIMEOUT, READ_TIMEOUT);
        } catch (NoResponseException e) {
            throw new AssertionError(
                    app + " did not respond within three seconds: the person sees \"operation_timeout\"", e);
        }
    }

    private static WebhookRequest signed(FakeApp app, String url, String body, Duration clockOffset) {
        return SlackSignature.of(app.signingSecret())
                .withClock(Clock.offset(Clock.systemUTC(), clockOffset))
                .sign(WebhookRequest.post(url).withBody(JSON_TYPE, bytes(body)));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
