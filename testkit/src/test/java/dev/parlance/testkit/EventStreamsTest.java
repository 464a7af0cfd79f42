package dev.parlance.testkit;

import static dev.parlance.testkit.Rest.isError;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.Rest.Answer;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Event Streams: events of texts, calls and errors are posted to webhooks that are subscribed to them. */
class EventStreamsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANA = "+5215512345678";
    private static final String OURS = "+15005550100";
    private static final String APP = "https://app.example/events";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final Rest rest = new Rest(twilio, "events.twilio.com");
    private final Rest api = new Rest(twilio, "api.twilio.com");
    private final Rest monitor = new Rest(twilio, "monitor.twilio.com");
    private final List<WebhookRequest> requests = Collections.synchronizedList(new ArrayList<>());
    private WebhookResponse reply = WebhookResponse.noContent();

    @BeforeEach
    void setUp() {
        twilio.number(OURS);
        twilio.mount(APP, request -> {
            requests.add(request);
            return reply;
        });
    }

    private String sink(String configuration) {
        return rest.post("/v1/Sinks", "Description", "ours", "SinkType", "webhook", "SinkConfiguration", configuration)
                .sid();
    }

    private Answer subscribe(String sink, String... types) {
        List<String> form = new ArrayList<>(List.of("Description", "all", "SinkSid", sink));
        for (String type : types) {
            form.addAll(List.of("Types", "{\"type\": \"" + type + "\", \"schema_version\": 7}"));
        }
        return rest.post("/v1/Subscriptions", form.toArray(String[]::new));
    }

    private String webhookSink() {
        return sink("{\"destination\": \"" + APP + "\", \"method\": \"POST\"}");
    }

    private List<JsonNode> events() {
        twilio.settle();
        return requests.stream().map(EventStreamsTest::json).toList();
    }

    private static JsonNode json(WebhookRequest request) {
        try {
            return JSON.readTree(request.bodyText());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> types() {
        return events().stream().map(event -> event.path("type").asText()).toList();
    }

    @Test
    void a_sent_text_is_an_event() {
        subscribe(webhookSink(), "com.twilio.messaging.message.sent", "com.twilio.messaging.message.delivered");
        String text = api.text(ANA, OURS, "hola").sid();
        JsonNode sent = events().get(0);

        assertThat(types())
                .containsExactly("com.twilio.messaging.message.sent", "com.twilio.messaging.message.delivered");
        assertThat(sent.path("specversion").asText()).isEqualTo("1.0");
        assertThat(sent.path("id").asText()).startsWith("EZ");
        assertThat(sent.path("source").asText()).isEqualTo(api.account() + "/Messages/" + text + ".json");
        assertThat(sent.path("time").asText()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(sent.path("dataschema").asText())
                .isEqualTo("https://events-schemas.twilio.com/Messaging.MessageStatus/7");
        assertThat(sent.path("data").path("messageStatus").asText()).isEqualTo("SENT");
    }

    @Test
    void events_are_signed_with_the_hash_of_their_body() {
        subscribe(webhookSink(), "com.twilio.messaging.message.sent");
        api.text(ANA, OURS, "hola");
        twilio.settle();

        assertThat(requests.get(0).queryParameters().first("bodySHA256")).isPresent();
        assertThat(requests.get(0).header("X-Twilio-Signature")).isPresent();
        assertThat(requests.get(0).header("Content-Type")).contains("application/json");
    }

    @Test
    void types_without_a_subscription_are_not_sent() {
        String subscription = subscribe(webhookSink(), "com.twilio.messaging.inbound-message.received")
                .sid();
        String types = "/v1/Subscriptions/" + subscription + "/SubscribedEvents";
        api.text(ANA, OURS, "uno");
        twilio.phone(ANA).textsTo(OURS, "dos");
        assertThat(types()).containsExactly("com.twilio.messaging.inbound-message.received");
        rest.post(types, "Type", "com.twilio.messaging.message.sent");
        rest.delete(types + "/com.twilio.messaging.inbound-message.received");
        api.text(ANA, OURS, "tres");
        twilio.phone(ANA).textsTo(OURS, "cuatro");

        assertThat(types())
                .containsExactly("com.twilio.messaging.inbound-message.received", "com.twilio.messaging.message.sent");
        assertThat(rest.get(types).json().path("types").findValuesAsText("schema_version"))
                .containsExactly("7");
    }

    @Test
    void the_progress_of_a_call_is_an_event() {
        subscribe(
                webhookSink(),
                "com.twilio.voice.status-callback.call.ringing",
                "com.twilio.voice.status-callback.call.completed");
        twilio.phone(ANA).answersAtOnce();
        api.post(api.account() + "/Calls.json", "To", ANA, "From", OURS, "Twiml", "<Response><Hangup/></Response>");

        assertThat(types())
                .containsExactly(
                        "com.twilio.voice.status-callback.call.ringing",
                        "com.twilio.voice.status-callback.call.completed");
        assertThat(events().get(1)
                        .path("data")
                        .path("request")
                        .path("parameters")
                        .path("CallStatus")
                        .asText())
                .isEqualTo("completed");
    }

    @Test
    void batches_are_arrays() {
        subscribe(
                sink("{\"destination\": \"" + APP + "\", \"batch_events\": true}"),
                "com.twilio.messaging.message.sent");
        api.text(ANA, OURS, "hola");

        assertThat(events().get(0).isArray()).isTrue();
    }

    @Test
    void an_event_is_sent_again_while_the_application_fails() {
        subscribe(webhookSink(), "com.twilio.messaging.message.sent");
        reply = WebhookResponse.noContent().withStatus(503);
        api.text(ANA, OURS, "hola");
        twilio.settle();
        twilio.advance(Duration.ofSeconds(3));
        reply = WebhookResponse.noContent();
        twilio.advance(Duration.ofHours(5));

        assertThat(events()).hasSize(4).allMatch(event -> event.equals(events().get(0)));
    }

    @Test
    void an_event_that_the_application_refuses_is_discarded() {
        subscribe(webhookSink(), "com.twilio.messaging.message.sent");
        reply = WebhookResponse.noContent().withStatus(400);
        api.text(ANA, OURS, "hola");
        twilio.settle();
        twilio.advance(Duration.ofHours(5));

        assertThat(events()).hasSize(1);
    }

    @Test
    void a_sink_is_validated_by_a_test_event() {
        String sink = "/v1/Sinks/" + webhookSink();
        assertThat(rest.get(sink).text("status")).isEqualTo("initialized");
        assertThat(rest.post(sink + "/Test").text("result")).isEqualTo("submitted");
        JsonNode test = events().get(0);
        String testId = test.path("data").path("test_id").asText();

        assertThat(test.path("type").asText()).isEqualTo("com.twilio.eventstreams.test-event");
        assertThat(test.path("id").asText()).isEqualTo(twilio.accountSid());
        isError(rest.post(sink + "/Validate", "TestId", "another"), 400, 20001);
        assertThat(rest.post(sink + "/Validate", "TestId", testId).text("result"))
                .isEqualTo("valid");
        assertThat(rest.get(sink).text("status")).isEqualTo("active");
    }

    @Test
    void a_sink_needs_a_valid_configuration_and_has_one_subscription() {
        String sink = webhookSink();
        subscribe(sink, "com.twilio.messaging.message.sent");

        isError(subscribe(sink, "com.twilio.messaging.message.failed"), 400, 20001);
        isError(rest.delete("/v1/Sinks/" + sink), 400, 20001);
        isError(
                rest.post("/v1/Sinks", "Description", "s", "SinkType", "kinesis", "SinkConfiguration", "{}"),
                400,
                20001);
        isError(
                rest.post("/v1/Sinks", "Description", "s", "SinkType", "webhook", "SinkConfiguration", "no"),
                400,
                20001);
        assertThat(rest.get("/v1/Sinks/" + sink)
                        .json()
                        .path("sink_configuration")
                        .path("method")
                        .asText())
                .isEqualTo("post");
    }

    @Test
    void the_monitor_lists_the_alerts_of_the_debugger() {
        twilio.number(OURS).onText("http://localhost:1/nobody");
        twilio.phone(ANA).textsTo(OURS, "hola");
        JsonNode alert = monitor.get("/v1/Alerts").json().path("alerts").path(0);

        assertThat(alert.path("error_code").asText()).isEqualTo("11200");
        assertThat(alert.path("log_level").asText()).isEqualTo("error");
        assertThat(alert.path("request_url").asText()).isEqualTo("http://localhost:1/nobody");
        assertThat(monitor.get("/v1/Alerts/" + alert.path("sid").asText()).text("error_code"))
                .isEqualTo("11200");
        assertThat(monitor.get("/v1/Alerts?LogLevel=warning").json().path("alerts"))
                .isEmpty();
        assertThat(monitor.get("/v1/Alerts?StartDate=2026-03-02T00:00:00Z")
                        .json()
                        .path("alerts"))
                .isEmpty();
    }

    @Test
    void an_alert_is_an_event() {
        subscribe(webhookSink(), "com.twilio.error-logs.error.logged");
        twilio.number(OURS).onText("http://localhost:1/nobody");
        twilio.phone(ANA).textsTo(OURS, "hola");

        assertThat(events().get(0).path("data").path("error_code").asText()).isEqualTo("11200");
        assertThat(events().get(0).path("data").path("payload").isTextual()).isTrue();
    }

    @Test
    void the_monitor_lists_what_was_changed() {
        String application = api.post(api.account() + "/Applications.json", "FriendlyName", "one")
                .sid();
        api.post(api.account() + "/Applications/" + application + ".json", "FriendlyName", "two");
        api.delete(api.account() + "/Applications/" + application + ".json");

        assertThat(monitor.get("/v1/Events?ResourceSid=" + application)
                        .json()
                        .path("events")
                        .findValuesAsText("event_type"))
                .containsExactly("application.deleted", "application.updated", "application.created");
        assertThat(monitor.get("/v1/Events?EventType=application.deleted")
                        .json()
                        .path("events"))
                .hasSize(1);
    }
}
