package dev.parlance.testkit;

import static dev.parlance.testkit.TwilioAssertions.assertThat;
import static dev.parlance.testkit.TwilioAssertions.assertThatThrownBy;

import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.testkit.Rest.Answer;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outgoing texts and calls, and their callbacks. */
class OutboundTest {
    private static final String APP = "https://app.example";
    private static final String OURS = "+15005550100";
    private static final String ANA = "+5215512345678";

    @RegisterExtension
    static final FakeTwilio twilio = FakeTwilio.create();

    private final Map<String, String> documents = new ConcurrentHashMap<>();
    private final List<Parameters> callbacks = Collections.synchronizedList(new ArrayList<>());
    private Rest rest;
    private FakePhone ana;

    @BeforeEach
    void setUp() {
        twilio.number(OURS);
        rest = new Rest(twilio, "api.twilio.com");
        ana = twilio.phone(ANA);
        WebhookHandler app = request -> {
            if (request.path().equals("/status")) {
                callbacks.add(request.formParameters());
                return WebhookResponse.noContent();
            }
            String verbs = documents.getOrDefault(request.path(), "");
            return WebhookResponse.bytes(
                    "text/xml", ("<Response>" + verbs + "</Response>").getBytes(StandardCharsets.UTF_8));
        };
        twilio.mount(
                APP,
                SignedWebhooks.verifiedBy(TwilioSignature.of(twilio.authToken()))
                        .handler(app));
    }

    private Answer text(String... more) {
        return rest.post(rest.account() + "/Messages.json", form(more));
    }

    private Answer call(String... more) {
        return rest.post(rest.account() + "/Calls.json", form(more));
    }

    private static String[] form(String... more) {
        List<String> form = new ArrayList<>(List.of("To", ANA));
        form.addAll(List.of(more));
        return form.toArray(String[]::new);
    }

    private List<String> callbacks(String name) {
        twilio.settle();
        return callbacks.stream().map(form -> form.first(name).orElse("")).toList();
    }

    @Test
    void a_text_is_delivered_and_reported() {
        Answer queued = text("From", OURS, "Body", "hola", "StatusCallback", APP + "/status");

        assertThat(queued.text("status")).isEqualTo("queued");
        ana.receives("hola");
        assertThat(callbacks("MessageStatus")).containsExactly("sent", "delivered");
        assertThat(callbacks("MessageSid")).containsOnly(queued.sid());
        assertThat(rest.get(rest.account() + "/Messages/" + queued.sid() + ".json")
                        .text("status"))
                .isEqualTo("delivered");
    }

    @Test
    void an_undelivered_text_has_an_error_code() {
        ana.losesReception();
        Answer queued = text("From", OURS, "Body", "hola", "StatusCallback", APP + "/status");

        ana.receivesNothing();
        assertThat(callbacks("MessageStatus")).containsExactly("sent", "undelivered");
        assertThat(callbacks("ErrorCode")).last().isEqualTo("30003");
        Answer fetched = rest.get(rest.account() + "/Messages/" + queued.sid() + ".json");
        assertThat(fetched.json().path("error_code").asInt()).isEqualTo(30003);

        ana.hasReception();
        text("From", OURS, "Body", "again");
        ana.receives("again");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T12:00:00", // UTC, as Twilio's Java SDK sends it
        "2026-03-02T12:00:00Z",
        "2026-03-02T13:00:00+01:00",
        "2026-03-01T12:05:00Z",
        "2026-04-05T12:00:00Z"
    })
    void a_text_can_be_scheduled_from_five_minutes_to_35_days_ahead(String time) {
        assertThat(scheduled(time).text("status")).isEqualTo("scheduled");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:04:59Z",
        "2026-04-05T12:00:01Z",
        "2026-03-01T11:00:00",
        "tomorrow",
        "2026-13-01T00:00:00Z"
    })
    void a_schedule_out_of_range_is_refused(String time) {
        assertThat(scheduled(time).json().path("code").asInt()).isEqualTo(35114);
    }

    private Answer scheduled(String time) {
        String service = twilio.messagingService(OURS);
        return text("MessagingServiceSid", service, "Body", "later", "ScheduleType", "fixed", "SendAt", time);
    }

    @Test
    void a_scheduled_time_without_a_zone_is_utc() {
        scheduled("2026-03-02T12:00:00");

        twilio.advance(Duration.ofHours(24).minusSeconds(1));
        ana.receivesNothing();
        twilio.advance(Duration.ofSeconds(1));
        ana.receives("later");
    }

    @Test
    void a_landline_is_refused() {
        ana.isLandline();
        assertThat(text("From", OURS, "Body", "hola").json().path("code").asInt())
                .isEqualTo(21614);
    }

    @Test
    void a_messaging_service_chooses_the_sender() {
        String service = twilio.messagingService("+15005550111", OURS);

        Answer accepted = text("MessagingServiceSid", service, "Body", "hola");

        assertThat(accepted.text("status")).isEqualTo("accepted");
        assertThat(accepted.json().path("from").isNull()).isTrue();
        assertThat(accepted.text("num_segments")).isEqualTo("0");
        assertThat(ana.receives()).from("+15005550111").withBody("hola");
    }

    @Test
    void an_opt_out_applies_to_all_numbers_of_a_messaging_service() {
        String service = twilio.messagingService("+15005550111", "+15005550112");
        ana.textsTo("+15005550112", "STOP");

        assertThat(text("MessagingServiceSid", service, "Body", "hola")
                        .json()
                        .path("code")
                        .asInt())
                .isEqualTo(21610);
    }

    @Test
    void a_text_can_be_scheduled_and_canceled() {
        String service = twilio.messagingService(OURS);
        String[] form = {
            "MessagingServiceSid", service, "Body", "later", "ScheduleType", "fixed", "SendAt", "2026-03-01T14:00:00Z"
        };
        Answer first = text(form);
        Answer second = text(form);
        assertThat(first.text("status")).isEqualTo("scheduled");

        rest.post(rest.account() + "/Messages/" + second.sid() + ".json", "Status", "canceled");
        twilio.advance(Duration.ofMinutes(119));
        ana.receivesNothing();
        twilio.advance(Duration.ofMinutes(1));

        ana.receives("later").receivesNothing();
    }

    @Test
    void the_clock_can_be_set_back() {
        var before = twilio.clock().instant();
        twilio.advance(Duration.ofHours(-1));
        assertThat(twilio.clock().instant()).isEqualTo(before.minusSeconds(3600));
    }

    @Test
    void a_call_is_answered_and_reported() {
        documents.put("/voice", "<Say language='es-MX'>Hola</Say><Gather numDigits='1'/>");
        Answer queued = call(
                "From",
                OURS,
                "Url",
                APP + "/voice",
                "StatusCallback",
                APP + "/status",
                "StatusCallbackEvent",
                "initiated",
                "StatusCallbackEvent",
                "ringing",
                "StatusCallbackEvent",
                "answered",
                "StatusCallbackEvent",
                "completed");

        assertThat(queued.text("status")).isEqualTo("queued");
        assertThat(ana).rings();
        FakeCall call = ana.answers();
        assertThat(call).isActive().heard("Hola").wasSpokenIn("es-MX");
        call.hangsUp();

        assertThat(callbacks("CallStatus")).containsExactly("queued", "ringing", "in-progress", "completed");
        assertThat(callbacks("SequenceNumber")).containsExactly("0", "1", "2", "3");
        assertThat(callbacks("CallbackSource")).containsOnly("call-progress-events");
        assertThat(twilio).placedCallTo(ANA).hasStatus("completed");
    }

    @Test
    void an_unanswered_call_ends_after_its_timeout() {
        call("From", OURS, "Url", APP + "/voice", "Timeout", "20", "StatusCallback", APP + "/status");
        assertThat(ana).rings();
        twilio.advance(Duration.ofSeconds(19));
        assertThat(ana).rings();

        twilio.advance(Duration.ofSeconds(1));

        assertThat(ana.isRinging()).isFalse();
        assertThat(callbacks("CallStatus")).containsExactly("no-answer");
        assertThatThrownBy(ana::answers).isInstanceOf(AssertionError.class).hasMessageContaining("is not ringing");
    }

    @Test
    void a_busy_line_a_failed_call_and_a_declined_call_have_different_statuses() {
        ana.isBusy();
        call("From", OURS, "Url", APP + "/voice", "StatusCallback", APP + "/status");
        assertThat(callbacks("CallStatus")).containsExactly("busy");
        ana.cannotBeCalled();
        call("From", OURS, "Url", APP + "/voice", "StatusCallback", APP + "/status");
        assertThat(callbacks("CallStatus")).last().isEqualTo("failed");
        ana.rings();
        call("From", OURS, "Url", APP + "/voice", "StatusCallback", APP + "/status");
        twilio.settle();
        ana.declines();
        assertThat(callbacks("CallStatus")).last().isEqualTo("busy");
    }

    @Test
    void an_answering_machine_is_detected() {
        documents.put("/voice", "<Gather timeout='3'><Say>Please call back</Say></Gather><Say>Bye</Say>");
        ana.hasVoicemail("Leave a message");

        Answer placed = call("From", OURS, "Url", APP + "/voice", "MachineDetection", "Enable");

        assertThat(twilio).placedCallTo(ANA).ended().lastHeard("Bye");
        assertThat(rest.get(rest.account() + "/Calls/" + placed.sid() + ".json").text("answered_by"))
                .isEqualTo("machine_start");
    }

    @Test
    void a_call_is_recorded_and_machine_detection_is_reported_later() {
        ana.answersAtOnce();
        call(
                "From",
                OURS,
                "Twiml",
                "<Response><Pause length='9'/></Response>",
                "Record",
                "true",
                "RecordingStatusCallback",
                APP + "/status",
                "MachineDetection",
                "Enable",
                "AsyncAmd",
                "true",
                "AsyncAmdStatusCallback",
                APP + "/status");

        assertThat(callbacks("AnsweredBy")).first().isEqualTo("human");
        assertThat(callbacks("RecordingDuration")).last().isEqualTo("9");
        assertThat(rest.get(rest.account() + "/Recordings.json").json().path("recordings"))
                .hasSize(1);
    }

    @Test
    void a_ringing_call_can_be_canceled() {
        Answer placed = call("From", OURS, "Url", APP + "/voice");
        assertThat(ana).rings();

        Answer canceled = rest.post(rest.account() + "/Calls/" + placed.sid() + ".json", "Status", "canceled");

        assertThat(canceled.text("status")).isEqualTo("canceled");
        assertThat(ana.isRinging()).isFalse();
    }

    @Test
    void a_webhook_can_update_its_own_call() {
        twilio.mount("https://self.example", request -> {
            String sid = request.formParameters().required("CallSid");
            new Rest(twilio, "api.twilio.com")
                    .post(
                            rest.account() + "/Calls/" + sid + ".json",
                            "Twiml",
                            "<Response><Say>changed</Say><Gather/></Response>");
            return WebhookResponse.bytes(
                    "text/xml", "<Response><Say>first</Say><Gather/></Response>".getBytes(StandardCharsets.UTF_8));
        });
        ana.answersAtOnce();
        call("From", OURS, "Url", "https://self.example");

        twilio.settle();
        assertThat(twilio.phone(ANA)).lastCall().isActive();
    }

    @Test
    void a_redirected_call_leaves_its_dial_and_queue() {
        documents.put("/dial", "<Dial>+33612345678</Dial>");
        documents.put("/queue", "<Enqueue action='/left'>help</Enqueue>");
        documents.put("/moved", "<Say>moved</Say><Gather/>");
        FakePhone luis = twilio.phone("+33612345678");
        ana.answersAtOnce();
        Answer dialing = call("From", OURS, "Url", APP + "/dial");
        assertThat(luis).rings();

        rest.post(rest.account() + "/Calls/" + dialing.sid() + ".json", "Url", APP + "/moved");
        assertThat(luis.isRinging()).isFalse();
        assertThat(ana).lastCall().isActive().heard("moved");

        Answer queued = call("From", OURS, "Url", APP + "/queue");
        twilio.settle();
        rest.post(rest.account() + "/Calls/" + queued.sid() + ".json", "Url", APP + "/moved");
        twilio.settle();
        assertThat(ana).lastCall().isActive().heard("moved");
        assertThat(twilio.log().toString()).contains("POST https://app.example/left");
    }

    @Test
    void a_call_uses_the_url_of_its_twiml_application() {
        documents.put("/voice", "<Say>From the application</Say>");
        Answer application = rest.post(rest.account() + "/Applications.json", "VoiceUrl", APP + "/voice");
        ana.answersAtOnce();

        call("From", OURS, "ApplicationSid", application.sid());

        assertThat(twilio).placedCallTo(ANA).ended().lastHeard("From the application");
    }

    @Test
    void a_number_configured_through_the_api_receives_texts() {
        documents.put("/sms", "<Message>set up</Message>");
        String sid = twilio.number(OURS).sid();
        rest.post(rest.account() + "/IncomingPhoneNumbers/" + sid + ".json", "SmsUrl", APP + "/sms");

        ana.texts("hola").receives("set up");
    }

    @Test
    void participants_text_each_other_and_webhooks_are_notified() {
        Rest conversations = new Rest(twilio, "conversations.twilio.com");
        String thread =
                "/v1/Conversations/" + conversations.post("/v1/Conversations").sid();
        conversations.post(
                thread + "/Participants", "MessagingBinding.Address", ANA, "MessagingBinding.ProxyAddress", OURS);
        conversations.post(
                thread + "/Participants",
                "MessagingBinding.Address",
                "+33612345678",
                "MessagingBinding.ProxyAddress",
                OURS);
        conversations.post(
                thread + "/Webhooks",
                "Target",
                "webhook",
                "Configuration.Url",
                APP + "/status",
                "Configuration.Filters",
                "onMessageAdded");

        ana.texts("hola");

        twilio.phone("+33612345678").receives("hola");
        ana.receivesNothing();
        assertThat(callbacks("EventType")).containsExactly("onMessageAdded");
        assertThat(callbacks("Author")).containsExactly(ANA);
        conversations.post(thread + "/Messages", "Author", "agent", "Body", "bonjour");
        ana.receives("bonjour");
        assertThat(callbacks).hasSize(1);
    }
}
