package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Urls;
import dev.parlance.fake.twilio.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Event Streams: sinks that receive events, and subscriptions of types of events. */
final class EventStreamsApi {
    private static final String HOST = "events";
    private static final String SINKS = "/v1/Sinks";
    private static final String SUBSCRIPTIONS = "/v1/Subscriptions";
    private static final String TEST = "com.twilio.eventstreams.test-event";
    /** The fields that the configuration of each type of sink must have. */
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "webhook", List.of("destination"),
            "kinesis", List.of("arn", "role_arn"),
            "segment", List.of("write_key"),
            "email", List.of());

    private final World world;
    private final EventSinks sinks;

    EventStreamsApi(World world, EventSinks sinks) {
        this.world = world;
        this.sinks = sinks;
    }

    void effects(Effects effects) {
        effects.before("POST", HOST, SINKS, exchange -> configuration(exchange))
                .after(
                        "POST",
                        HOST,
                        SINKS,
                        (sink, exchange) -> sink.set("sink_configuration", configuration(exchange))
                                .set("status", "initialized"))
                .before("DELETE", HOST, SINKS + "/{sid}", this::checkUnused)
                .after("POST", HOST, SINKS + "/{sid}/Test", this::test)
                .after("POST", HOST, SINKS + "/{sid}/Validate", this::validate)
                .before("POST", HOST, SUBSCRIPTIONS, this::checkSubscription)
                .after("POST", HOST, SUBSCRIPTIONS, this::subscribe)
                .before("GET", HOST, "/v1/Types", this::useTypes)
                .before("GET", HOST, "/v1/Types/{type}", this::useTypes)
                .before(
                        "POST",
                        HOST,
                        SUBSCRIPTIONS + "/{sid}/SubscribedEvents",
                        exchange -> checkType(exchange.form("Type")))
                .after("POST", HOST, SUBSCRIPTIONS + "/{sid}/SubscribedEvents", EventStreamsApi::useVersion)
                .after("DELETE", HOST, SUBSCRIPTIONS + "/{sid}/SubscribedEvents/{type}", (type, exchange) -> {});
    }

    /** The configuration in a request, complete with the defaults. */
    private static JsonNode configuration(Exchange exchange) {
        String type = exchange.form("SinkType");
        if (!(json("SinkConfiguration", exchange.form("SinkConfiguration")) instanceof ObjectNode configuration)) {
            throw ApiError.badRequest(20001, "SinkConfiguration must be a JSON object");
        }
        for (String field : REQUIRED.getOrDefault(type, List.of())) {
            if (configuration.path(field).asText().isEmpty()) {
                throw ApiError.badRequest(20001, "SinkConfiguration of a " + type + " sink requires " + field);
            }
        }
        if (type.equals("webhook")) {
            completeWebhook(configuration);
        }
        return configuration;
    }

    private static void completeWebhook(ObjectNode configuration) {
        if (!Urls.isValid(configuration.path("destination").asText())) {
            throw ApiError.badRequest(20001, "SinkConfiguration has an invalid destination");
        }
        String method = configuration.path("method").asText("post").toLowerCase(Locale.ROOT);
        if (!method.equals("post") && !method.equals("get")) {
            throw ApiError.badRequest(20001, "SinkConfiguration has an invalid method: " + method);
        }
        configuration.put("method", method);
        configuration.put("batch_events", configuration.path("batch_events").asBoolean(false));
    }

    private static JsonNode json(String name, String text) {
        try {
            return Json.read(text);
        } catch (JsonProcessingException e) {
            throw ApiError.badRequest(20001, name + " is not valid JSON: " + e.getOriginalMessage());
        }
    }

    private void checkUnused(Exchange exchange) {
        String sid = lastSegment(exchange);
        if (sinks.isUsed(exchange.account(), sid)) {
            throw inUse(sid);
        }
    }

    private static ApiError inUse(String sid) {
        return ApiError.badRequest(20001, "Sink with SID " + sid + " is in use");
    }

    private static String lastSegment(Exchange exchange) {
        String path = exchange.request().path();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The sink whose SID is the last but one part of the path. */
    private Resource sinkAbove(Exchange exchange) {
        String[] path = exchange.request().path().split("/", -1);
        return sinks.find(exchange.account(), path[path.length - 2]).orElseThrow();
    }

    private void test(Resource result, Exchange exchange) {
        Resource sink = sinkAbove(exchange);
        String testId = new UUID(0, Long.parseLong(world.sids().next("TS").substring(2), 16)).toString();
        sink.set("status", "validating").set("_test_id", testId);
        ObjectNode event = sinks.event(exchange.account(), TEST, "EventStreams.TestSink/1.json", sink.sid());
        event.set("data", Json.object().put("test_id", testId));
        sinks.send(sink, event);
        result.set("result", "submitted");
    }

    private void validate(Resource result, Exchange exchange) {
        Resource sink = sinkAbove(exchange);
        if (!sink.is("_test_id", exchange.form("TestId"))) {
            throw ApiError.badRequest(20001, "Invalid TestId: " + exchange.form("TestId"));
        }
        sink.set("status", "active");
        result.set("result", "valid");
    }

    private void checkSubscription(Exchange exchange) {
        String sink = exchange.form("SinkSid");
        if (sinks.find(exchange.account(), sink).isEmpty()) {
            throw ApiError.badRequest(20001, "There is no sink " + sink);
        }
        if (sinks.isUsed(exchange.account(), sink)) {
            throw inUse(sink);
        }
        exchange.all("Types")
                .forEach(type -> checkType(json("Types", type).path("type").asText()));
    }

    private static void checkType(String type) {
        if (!EventTypes.isKnown(type)) {
            throw ApiError.badRequest(20001, "There is no event type \"" + type + '"');
        }
    }

    private void subscribe(Resource subscription, Exchange exchange) {
        for (String text : exchange.all("Types")) {
            JsonNode wanted = json("Types", text);
            String type = wanted.path("type").asText();
            ObjectNode subscribed = Json.object()
                    .put("account_sid", exchange.account())
                    .put("subscription_sid", subscription.sid())
                    .put("type", type)
                    .put("schema_version", wanted.path("schema_version").asInt(EventTypes.version(type)));
            world.resources()
                    .add(
                            exchange.account() + " " + HOST + SUBSCRIPTIONS + "/" + subscription.sid()
                                    + "/SubscribedEvents",
                            type,
                            subscribed,
                            world.clock().instant());
        }
    }

    private static void useVersion(Resource subscribed, Exchange exchange) {
        if (!exchange.has("SchemaVersion")) {
            subscribed.set("schema_version", EventTypes.version(subscribed.text("type")));
        }
    }

    private void useTypes(Exchange exchange) {
        String shelf = exchange.account() + " " + HOST + "/v1/Types";
        if (world.resources().oldestFirst(shelf).isEmpty()) {
            EventTypes.all()
                    .forEach((type, schema) -> world.resources()
                            .add(
                                    shelf,
                                    type,
                                    Json.object().put("type", type).put("schema_id", schema.replaceFirst("/.*", "")),
                                    world.clock().instant()));
        }
    }
}
