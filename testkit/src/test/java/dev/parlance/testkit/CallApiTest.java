package dev.parlance.testkit;

import static dev.parlance.testkit.Rest.isError;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.Rest.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the API does to a call in each of its states, and what it runs beside a call. */
class CallApiTest {
    private static final String OURS = "+15005550100";
    private static final String APP = VoiceApp.URL;

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final VoiceApp app = new VoiceApp();
    private final Rest rest = new Rest(twilio, "api.twilio.com");
    private final FakePhone ana = twilio.phone("+5215512345678");
    private final FakePhone luis = twilio.phone("+33612345678");

    @BeforeEach
    void setUp() {
        twilio.number(OURS).onCall(APP + "/voice");
        twilio.mount(APP, app);
        app.answers("/voice", "<Gather/>");
        app.answers("/other", "<Say>elsewhere</Say><Gather/>");
        app.answers("/after", "<Say>fin</Say>");
        app.answers("/events", "");
    }

    private Answer update(String callSid, String... form) {
        Answer updated = rest.post(rest.account() + "/Calls/" + callSid + ".json", form);
        twilio.settle();
        return updated;
    }

    private List<String> events(String name) {
        twilio.settle();
        return app.allSentTo("/events").stream()
                .map(event -> event.first(name).orElse(""))
                .toList();
    }

    @Test
    void a_call_that_rings_is_canceled_but_not_redirected() {
        Answer placed =
                rest.post(rest.account() + "/Calls.json", "To", ana.number(), "From", OURS, "Url", APP + "/voice");
        twilio.settle();

        isError(update(placed.sid(), "Url", APP + "/other"), 400, 21220);
        assertThat(update(placed.sid(), "Status", "completed").text("status")).isEqualTo("canceled");
        assertThat(ana.isRinging()).isFalse();
        isError(update(placed.sid(), "Status", "completed"), 400, 21220);
    }

    @Test
    void a_call_in_progress_is_not_canceled() {
        FakeCall call = ana.calls(OURS);

        isError(update(call.sid(), "Status", "canceled"), 400, 21220);
        assertThat(update(call.sid(), "Status", "completed").text("status")).isEqualTo("completed");
        assertThat(call.isOver()).isTrue();
    }

    @Test
    void a_caller_who_is_redirected_out_of_a_dial_leaves_the_other_alone() {
        app.answers("/voice", "<Dial action='/after'>" + luis.number() + "</Dial>");
        FakeCall call = ana.calls(OURS);
        FakeCall other = luis.answers();

        update(call.sid(), "Twiml", "<Response><Say>elsewhere</Say><Gather/></Response>");

        call.hears("elsewhere");
        assertThat(other.isOver()).isTrue();
    }

    @Test
    void a_called_person_who_is_redirected_ends_the_dial_and_stays_on_the_line() {
        app.answers("/voice", "<Dial action='/after'>" + luis.number() + "</Dial>");
        FakeCall call = ana.calls(OURS);
        FakeCall other = luis.answers();

        update(other.sid(), "Url", APP + "/other");

        other.hears("elsewhere");
        call.hears("fin");
        assertThat(other.isOver()).isFalse();
        assertThat(app.sentTo("/after").required("DialCallStatus")).isEqualTo("completed");
    }

    @Test
    void a_call_that_the_api_ends_ends_its_dial() {
        app.answers("/voice", "<Dial>" + luis.number() + "</Dial>");
        FakeCall call = ana.calls(OURS);
        FakeCall other = luis.answers();

        update(call.sid(), "Status", "completed");

        assertThat(other.isOver()).isTrue();
    }

    @Test
    void a_call_gets_a_time_limit_and_a_status_callback_later() {
        FakeCall call = ana.calls(OURS);
        twilio.advance(Duration.ofSeconds(10));

        update(call.sid(), "TimeLimit", "30", "StatusCallback", APP + "/events");
        twilio.advance(Duration.ofSeconds(19));
        assertThat(call.isOver()).isFalse();
        twilio.advance(Duration.ofSeconds(1));

        assertThat(call.isOver()).isTrue();
        assertThat(events("CallDuration")).containsExactly("30");
    }

    @Test
    void the_first_webhook_of_an_incoming_call_has_a_token() {
        app.answers("/voice", "<Gather action='/other'/>");
        ana.calls(OURS).presses("1#");

        assertThat(app.sentTo("/voice").required("CallToken")).contains("parentCallInfoToken");
        assertThat(app.sentTo("/other").first("CallToken")).isEmpty();
    }

    @Test
    void a_stream_reports_its_start_and_its_end() {
        FakeCall call = ana.calls(OURS);
        String streams = rest.account() + "/Calls/" + call.sid() + "/Streams";

        try (SocketApp program = new SocketApp()) {
            Answer started = rest.post(
                    streams + ".json", "Url", program.url(), "Name", "monitor", "StatusCallback", APP + "/events");
            assertThat(started.text("status")).isEqualTo("in-progress");
            Answer stopped = rest.post(streams + "/monitor.json", "Status", "stopped");
            assertThat(stopped.text("status")).isEqualTo("stopped");
        }

        assertThat(events("StreamEvent")).containsExactly("stream-started", "stream-stopped");
        call.hangsUp();
        isError(rest.post(streams + ".json", "Url", "wss://app.example/stream"), 400, 21220);
    }

    @Test
    void a_transcription_reports_what_the_person_says_until_the_call_ends() {
        FakeCall call = ana.calls(OURS);
        rest.post(
                rest.account() + "/Calls/" + call.sid() + "/Transcriptions.json",
                "LanguageCode",
                "es-MX",
                "StatusCallbackUrl",
                APP + "/events");

        call.says("quiero una cita", 0.9).hangsUp();

        assertThat(events("TranscriptionEvent"))
                .containsExactly("transcription-started", "transcription-content", "transcription-stopped");
        assertThat(events("TranscriptionData").get(1))
                .isEqualTo("{\"transcript\":\"quiero una cita\",\"confidence\":0.9}");
        assertThat(events("LanguageCode").get(1)).isEqualTo("es-MX");
    }

    @Test
    void the_events_of_a_call_are_its_webhooks() {
        FakeCall call = ana.calls(OURS);

        JsonNode event = rest.get(rest.account() + "/Calls/" + call.sid() + "/Events.json")
                .json()
                .path("events")
                .path(0);

        assertThat(event.path("request").path("url").asText()).isEqualTo(APP + "/voice");
        assertThat(event.path("request").path("parameters").path("call_sid").asText())
                .isEqualTo(call.sid());
        assertThat(event.path("response").path("response_code").asInt()).isEqualTo(200);
        assertThat(event.path("response").path("response_body").asText()).contains("<Gather/>");
    }
}
