package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.log.Alert;
import dev.parlance.webhook.Parameters;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conferences, queues and connections with programs, attribute by attribute. */
class ConferenceTest {
    private static final String OURS = "+15005550100";
    private static final String APP = VoiceApp.URL;

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final VoiceApp app = new VoiceApp();
    private final FakePhone ana = twilio.phone("+5215512345678");
    private final FakePhone luis = twilio.phone("+33612345678");

    @BeforeEach
    void setUp() {
        twilio.number(OURS).onCall(APP + "/voice");
        twilio.mount(APP, app);
        app.answers("/after", "<Say>fin</Say>");
        app.answers("/events", "");
    }

    private List<Parameters> events() {
        twilio.settle();
        return app.allSentTo("/events");
    }

    private void conference(String attributes) {
        app.answers(
                "/voice",
                "<Dial action='/after'><Conference statusCallback='/events' statusCallbackEvent='start end join leave' "
                        + attributes + ">room</Conference></Dial>");
    }

    @Test
    void who_waits_hears_the_document_of_the_application() {
        conference("waitUrl='/wait'");
        app.answers("/wait", "<Say>Please wait</Say><Play>jazz.mp3</Play><Redirect>/wait</Redirect>");

        FakeCall call = ana.calls(OURS).hears("Please wait").hears("jazz.mp3");

        assertThat(call.state()).isEqualTo("in the conference room");
        assertThat(twilio.alerts()).isEmpty();
    }

    @Test
    void a_full_conference_lets_nobody_in() {
        conference("maxParticipants='2'");
        ana.calls(OURS);
        luis.calls(OURS);

        FakeCall third = twilio.phone("+33612345679").calls(OURS).hears("fin");

        assertThat(third.isOver()).isTrue();
        assertThat(twilio.alerts()).extracting(Alert::code).containsExactly(16020);
    }

    @Test
    void everyone_leaves_a_conference_that_ends_and_the_events_say_why() {
        conference("endConferenceOnExit='true'");
        FakeCall anaCall = ana.calls(OURS);
        FakeCall luisCall = luis.calls(OURS);

        luisCall.hangsUp();
        anaCall.hears("fin");

        List<Parameters> last = events().subList(events().size() - 3, events().size());
        assertThat(last)
                .extracting(event -> event.required("StatusCallbackEvent"))
                .containsExactly("participant-leave", "participant-leave", "conference-end");
        assertThat(last.get(0).required("ReasonParticipantLeft")).isEqualTo("participant_hung_up");
        assertThat(last.get(2).required("ReasonConferenceEnded"))
                .isEqualTo("participant-with-end-conference-on-exit-left");
        assertThat(last.get(2).required("CallSidEndingConference")).isEqualTo(luisCall.sid());
    }

    @Test
    void the_last_participant_ends_the_conference() {
        conference("");
        ana.calls(OURS).hangsUp();

        assertThat(events().get(events().size() - 1).required("ReasonConferenceEnded"))
                .isEqualTo("last-participant-left");
    }

    @Test
    void a_conference_is_recorded_from_its_start_to_its_end() {
        app.answers(
                "/voice",
                "<Dial><Conference record='record-from-start' recordingStatusCallback='/events'"
                        + " recordingStatusCallbackEvent='in-progress completed'>room</Conference></Dial>");
        FakeCall anaCall = ana.calls(OURS);
        FakeCall luisCall = luis.calls(OURS);
        twilio.advance(Duration.ofSeconds(30));
        anaCall.hangsUp();
        luisCall.hangsUp();

        assertThat(events())
                .extracting(event -> event.required("RecordingStatus"))
                .containsExactly("in-progress", "completed");
        assertThat(events().get(1).required("RecordingSource")).isEqualTo("Conference");
        assertThat(events().get(1).required("RecordingDuration")).isEqualTo("30");
        assertThat(events().get(1).required("ConferenceSid")).startsWith("CF");
    }

    @Test
    void a_caller_hears_a_document_before_the_agent_is_connected() {
        app.answers("/voice", "<Enqueue>help</Enqueue>");
        twilio.number("+15005550101").onCall(APP + "/agent");
        app.answers("/agent", "<Dial><Queue url='/first'>help</Queue></Dial>");
        app.answers("/first", "<Say>This call is recorded</Say>");

        FakeCall call = ana.calls(OURS);
        FakeCall agent = luis.calls("+15005550101");
        call.hears("This call is recorded");
        agent.says("hello");

        call.hears("hello");
        assertThat(app.sentTo("/first").required("DequeingCallSid")).isEqualTo(agent.sid());
        assertThat(app.sentTo("/first").required("CallSid")).isEqualTo(call.sid());
    }

    @Test
    void a_connect_holds_the_document_until_the_program_ends() {
        app.answers(
                "/voice", "<Connect action='/after'><VirtualAgent connectorName='agent'/></Connect><Say>later</Say>");

        FakeCall call = ana.calls(OURS);
        assertThat(call.state()).isEqualTo("connected with VirtualAgent");
        call.programSays("How can I help?").hears("How can I help?").says("Book a table");
        call.programEnds("VirtualAgentStatus", "ended").hears("fin");

        assertThat(app.sentTo("/after").required("VirtualAgentStatus")).isEqualTo("ended");
        assertThatThrownBy(() -> call.programSays("more")).hasMessageContaining("in no <Connect>");
    }

    @Test
    void a_connect_without_an_action_continues_with_the_document() {
        app.answers("/voice", "<Connect><VirtualAgent connectorName='agent'/></Connect><Say>later</Say>");

        ana.calls(OURS).programEnds().hears("later");
    }

    @Test
    void partial_results_come_before_the_action() {
        app.answers("/voice", "<Gather input='speech' partialResultCallback='/events' action='/after'/>");

        ana.calls(OURS).says("a table for two").hears("fin");

        assertThat(app.received()).extracting(request -> request.path()).containsExactly("/voice", "/events", "/after");
    }
}
