package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.log.Alert;
import dev.parlance.fake.twilio.world.Answer;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sends events to the sinks that are subscribed to their type. Only webhooks really receive them. */
final class EventSinks {
    private static final Duration LIMIT = Duration.ofHours(4);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final DateTimeFormatter REPORTED =
            DateTimeFormatter.ofPattern("yyMMddHHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final World world;

    EventSinks(World world) {
        this.world = world;
    }

    Optional<Resource> find(String account, String sink) {
        return world.resources().find(account + " events/v1/Sinks", sink);
    }

    private List<Resource> subscriptions(String account) {
        return world.resources().oldestFirst(account + " events/v1/Subscriptions");
    }

    boolean isUsed(String account, String sink) {
        return subscriptions(account).stream().anyMatch(subscription -> subscription.is("sink_sid", sink));
    }

    /** Reports the new status of a text. */
    void report(Resource text) {
        boolean isInbound = text.is("direction", "inbound");
        String type = isInbound ? EventTypes.INBOUND : EventTypes.MESSAGE + text.text("status");
        ObjectNode data = Json.object()
                .put("accountSid", text.text("account_sid"))
                .put("messageSid", text.sid())
                .put("from", text.text("from"))
                .put("to", text.text("to"));
        if (isInbound) {
            data.put("body", text.text("body"));
            data.put("numMedia", Integer.parseInt(text.text("num_media")));
            data.put("numSegments", Integer.parseInt(text.text("num_segments")));
            data.putArray("recipients");
        } else {
            data.put("messageStatus", text.text("status").toUpperCase(Locale.ROOT));
            data.put("numberOfSegments", Integer.parseInt(text.text("num_segments")));
            data.put("rawDlrDoneDate", REPORTED.format(world.clock().instant()));
            text.filled("error_code").ifPresent(code -> data.put("errorCode", Integer.parseInt(code)));
            text.filled("messaging_service_sid").ifPresent(sid -> data.put("messagingServiceSid", sid));
            data.putObject("tags");
        }
        publish(text.text("account_sid"), type, text.text("uri"), data, "EZ");
    }

    /** Reports the progress of a call: {@code ringing}. */
    void report(Resource call, String event) {
        ObjectNode parameters = Json.object()
                .put("AccountSid", call.text("account_sid"))
                .put("ApiVersion", "2010-04-01")
                .put("CallSid", call.sid())
                .put("CallStatus", event.equals("initiated") ? event : call.text("status"))
                .put("CallbackSource", "call-progress-events")
                .put("Direction", call.text("direction"))
                .put("From", call.text("from"))
                .put("To", call.text("to"));
        ObjectNode data = Json.object();
        data.putObject("request").set("parameters", parameters);
        publish(call.text("account_sid"), EventTypes.CALL + event, call.text("uri"), data, "VW");
    }

    /** Reports what the debugger shows. */
    void report(Alert alert) {
        ObjectNode payload = Json.object().put("error_code", alert.code()).put("message", alert.message());
        ObjectNode data = Json.object()
                .put("error_code", Integer.toString(alert.code()))
                .put("level", "ERROR")
                .put("payload", payload.toString());
        publish(world.accounts().main(), EventTypes.ERROR, world.accounts().main(), data, "NO");
    }

    private void publish(String account, String type, String source, ObjectNode data, String prefix) {
        for (Resource subscription : subscriptions(account)) {
            String types = account + " events/v1/Subscriptions/" + subscription.sid() + "/SubscribedEvents";
            Optional<Resource> subscribed = world.resources().find(types, type);
            Optional<Resource> sink = find(account, subscription.text("sink_sid"));
            if (subscribed.isPresent() && sink.isPresent()) {
                String schema = EventTypes.schema(type).replaceFirst("/.*", "/")
                        + subscribed.get().text("schema_version");
                ObjectNode event = event(world.sids().next(prefix), type, schema, source);
                event.set("data", data);
                send(sink.get(), event);
            }
        }
    }

    /** The envelope of an event. */
    ObjectNode event(String id, String type, String schema, String source) {
        Instant now = world.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        return Json.object()
                .put("specversion", "1.0")
                .put("id", id)
                .put("type", type)
                .put("source", source)
                .put("time", DateTimeFormatter.ISO_INSTANT.format(now))
                .put("datacontenttype", "application/json")
                .put("dataschema", "https://events-schemas.twilio.com/" + schema);
    }

    /** Sends an event to a sink, after the API has responded. */
    void send(Resource sink, ObjectNode event) {
        JsonNode configuration = sink.get("sink_configuration");
        if (!sink.is("sink_type", "webhook")) {
            return;
        }
        JsonNode body =
                configuration.path("batch_events").asBoolean() ? Json.array().add(event) : event;
        String url = configuration.path("destination").asText();
        String token = world.accounts().token(sink.text("account_sid"));
        Instant end = world.clock().instant().plus(LIMIT);
        world.background().later(() -> send(token, url, body, Duration.ofSeconds(1), end));
    }

    /** Sends an event, and again for four hours while the application is overloaded or fails. */
    private void send(String token, String url, JsonNode body, Duration pause, Instant end) {
        Answer answer = world.webhooks().post(token, url, "application/json", body.toString());
        boolean isRetried = answer.status() == 0 || answer.status() == TOO_MANY_REQUESTS || answer.status() >= 500;
        Instant next = world.clock().instant().plus(pause);
        if (isRetried && next.isBefore(end)) {
            world.timeline()
                    .at(next, "retry of an event to " + url, () -> send(token, url, body, pause.multipliedBy(2), end));
        }
    }
}
