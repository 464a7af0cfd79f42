package dev.parlance.testkit;

import static dev.parlance.testkit.TwilioAssertions.assertThat;

import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.Rest.Answer;
import dev.parlance.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that the application places, and their callbacks. */
class OutgoingCallsTest {
    private static final String OURS = "+15005550100";
    private static final String ANA = "+5215512345678";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private CallbackApp app;
    private Rest rest;
    private FakePhone ana;

    @BeforeEach
    void setUp() {
        twilio.number(OURS);
        app = new CallbackApp(twilio);
        rest = new Rest(twilio, "api.twilio.com");
        ana = twilio.phone(ANA);
    }

    private Answer call(String... more) {
        return rest.post(rest.account() + "/Calls.json", form(more));
    }

    private static String[] form(String... more) {
        List<String> form = new ArrayList<>(List.of("To", ANA));
        form.addAll(List.of(more));
        return form.toArray(String[]::new);
    }

    @Test
    void a_call_is_answered_and_reported() {
        app.serves("/voice", "<Say language='es-MX'>Hola</Say><Gather numDigits='1'/>");
        Answer queued = call(
                "From",
                OURS,
                "Url",
                CallbackApp.URL + "/voice",
                "StatusCallback",
                CallbackApp.STATUS,
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

        assertThat(app.callbacks("CallStatus")).containsExactly("initiated", "ringing", "in-progress", "completed");
        assertThat(app.callbacks("SequenceNumber")).containsExactly("0", "1", "2", "3");
        assertThat(app.callbacks("CallbackSource")).containsOnly("call-progress-events");
        assertThat(twilio).placedCallTo(ANA).hasStatus("completed");
    }

    @Test
    void an_unanswered_call_ends_after_its_timeout() {
        call("From", OURS, "Url", CallbackApp.URL + "/voice", "Timeout", "20", "StatusCallback", CallbackApp.STATUS);
        assertThat(ana).rings();
        twilio.advance(Duration.ofSeconds(19));
        assertThat(ana).rings();

        twilio.advance(Duration.ofSeconds(1));

        assertThat(ana.isRinging()).isFalse();
        assertThat(app.callbacks("CallStatus")).containsExactly("no-answer");
    }

    @Test
    void a_busy_line_a_failed_call_and_a_declined_call_have_different_statuses() {
        ana.isBusy();
        call("From", OURS, "Url", CallbackApp.URL + "/voice", "StatusCallback", CallbackApp.STATUS);
        assertThat(app.callbacks("CallStatus")).containsExactly("busy");
        ana.cannotBeCalled();
        call("From", OURS, "Url", CallbackApp.URL + "/voice", "StatusCallback", CallbackApp.STATUS);
        assertThat(app.callbacks("CallStatus")).last().isEqualTo("failed");
        ana.rings();
        call("From", OURS, "Url", CallbackApp.URL + "/voice", "StatusCallback", CallbackApp.STATUS);
        twilio.settle();
        ana.declines();
        assertThat(app.callbacks("CallStatus")).last().isEqualTo("busy");
        assertThat(app.callbacks("SipResponseCode")).containsExactly("486", "404", "486");
        assertThat(app.callbacks("AnsweredBy")).containsOnly("");
    }

    @Test
    void an_answering_machine_is_detected() {
        app.serves("/voice", "<Gather timeout='3'><Say>Please call back</Say></Gather><Say>Bye</Say>");
        ana.hasVoicemail("Leave a message");

        Answer placed = call("From", OURS, "Url", CallbackApp.URL + "/voice", "MachineDetection", "Enable");

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
                CallbackApp.STATUS,
                "MachineDetection",
                "Enable",
                "AsyncAmd",
                "true",
                "AsyncAmdStatusCallback",
                CallbackApp.STATUS);

        assertThat(app.callbacks("AnsweredBy")).first().isEqualTo("human");
        assertThat(app.callbacks("RecordingDuration")).last().isEqualTo("9");
        assertThat(rest.get(rest.account() + "/Recordings.json").json().path("recordings"))
                .hasSize(1);
    }

    @Test
    void a_ringing_call_can_be_canceled() {
        Answer placed = call("From", OURS, "Url", CallbackApp.URL + "/voice");
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
        app.serves("/dial", "<Dial>+33612345678</Dial>");
        app.serves("/queue", "<Enqueue action='/left'>help</Enqueue>");
        app.serves("/moved", "<Say>moved</Say><Gather/>");
        FakePhone luis = twilio.phone("+33612345678");
        ana.answersAtOnce();
        Answer dialing = call("From", OURS, "Url", CallbackApp.URL + "/dial");
        assertThat(luis).rings();

        rest.post(rest.account() + "/Calls/" + dialing.sid() + ".json", "Url", CallbackApp.URL + "/moved");
        assertThat(luis.isRinging()).isFalse();
        assertThat(ana).lastCall().isActive().heard("moved");

        Answer queued = call("From", OURS, "Url", CallbackApp.URL + "/queue");
        twilio.settle();
        rest.post(rest.account() + "/Calls/" + queued.sid() + ".json", "Url", CallbackApp.URL + "/moved");
        twilio.settle();
        assertThat(ana).lastCall().isActive().heard("moved");
        assertThat(twilio.log().toString()).contains("POST https://app.example/left");
    }

    @Test
    void a_call_uses_the_url_of_its_twiml_application() {
        app.serves("/voice", "<Say>From the application</Say>");
        Answer application = rest.post(rest.account() + "/Applications.json", "VoiceUrl", CallbackApp.URL + "/voice");
        ana.answersAtOnce();

        call("From", OURS, "ApplicationSid", application.sid());

        assertThat(twilio).placedCallTo(ANA).ended().lastHeard("From the application");
    }
}
