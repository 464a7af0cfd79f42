package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that connect people with each other. */
class ConnectingTest {
    private static final String OURS = "+15005550100";
    private static final String APP = VoiceApp.URL;

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final VoiceApp app = new VoiceApp();
    private final FakePhone ana = twilio.phone("+5215512345678");

    @BeforeEach
    void setUp() {
        twilio.number(OURS).onCall(APP + "/voice");
        twilio.mount(APP, app);
    }

    @Test
    void a_dial_rings_another_phone_and_connects_both() {
        app.answers("/voice", "<Dial action='/after' timeout='20'>+33612345678</Dial>");
        app.answers("/after", "<Say>adiós</Say>");
        FakePhone luis = twilio.phone("+33612345678");

        FakeCall call = ana.calls(OURS);
        assertThat(call.state()).isEqualTo("waiting for someone to answer");
        FakeCall luisCall = luis.answers();
        call.says("¿Luis?");
        luisCall.hears("¿Luis?").says("Sí");
        call.hears("Sí");
        twilio.advance(Duration.ofSeconds(40));
        luisCall.hangsUp();

        call.hears("adiós");
        assertThat(app.last().first("DialCallStatus")).contains("completed");
        assertThat(app.last().first("DialCallDuration")).contains("40");
        assertThat(app.last().first("DialCallSid")).contains(luisCall.sid());
        assertThat(luisCall.status()).isEqualTo("completed");
    }

    @Test
    void busy_unanswered_and_unreachable_phones_have_different_statuses() {
        app.answers("/voice", "<Dial action='/after'>+33612345678</Dial>");
        app.answers("/after", "<Say>adiós</Say>");
        FakePhone luis = twilio.phone("+33612345678");

        luis.isBusy();
        ana.calls(OURS).hears("adiós");
        assertThat(app.last().first("DialCallStatus")).contains("busy");

        luis.doesNotAnswer();
        ana.calls(OURS).hears("adiós");
        assertThat(app.last().first("DialCallStatus")).contains("no-answer");

        luis.rings();
        ana.calls(OURS).staysSilent().hears("adiós");
        assertThat(app.last().first("DialCallStatus")).contains("no-answer");

        luis.cannotBeCalled();
        ana.calls(OURS).hears("adiós");
        assertThat(app.last().first("DialCallStatus")).contains("failed");

        app.answers("/voice", "<Dial action='/after'>nobody</Dial>");
        ana.calls(OURS).hears("adiós");
        assertThat(app.last().first("DialCallStatus")).contains("failed");
    }

    @Test
    void the_first_person_who_answers_is_connected() {
        app.answers(
                "/voice",
                "<Dial><Number url='/whisper'>+33612345678</Number><Client>luisa</Client></Dial><Say>fin</Say>");
        app.answers("/whisper", "<Gather numDigits='1'><Say>Press one to accept</Say></Gather><Hangup/>");
        FakePhone luis = twilio.phone("+33612345678");
        FakePhone luisa = twilio.phone("client:luisa");

        FakeCall call = ana.calls(OURS);
        FakeCall luisCall = luis.answers();
        luisCall.hears("Press one");
        assertThat(call.state()).isEqualTo("waiting for someone to answer");
        FakeCall luisaCall = luisa.answers();

        assertThat(call.state()).isEqualTo("connected with client:luisa");
        assertThat(luisCall.status()).isEqualTo("canceled");
        call.hangsUp();
        assertThat(luisaCall.status()).isEqualTo("completed");
    }

    @Test
    void a_star_ends_a_dialled_call_if_the_dial_allows_it() {
        app.answers("/voice", "<Dial hangupOnStar='true'>+33612345678</Dial><Say>fin</Say>");
        twilio.phone("+33612345678").answersAtOnce();

        ana.calls(OURS).presses("*").hears("fin");
    }

    @Test
    void people_in_a_conference_hear_each_other_until_it_ends() {
        app.answers(
                "/voice",
                "<Dial action='/after'><Conference statusCallback='/events' statusCallbackEvent='start end join leave'"
                        + " endConferenceOnExit='true'>room</Conference></Dial>");
        app.answers("/after", "<Say>fin</Say>");
        app.answers("/events", "");
        FakePhone luis = twilio.phone("+33612345678");

        FakeCall anaCall = ana.calls(OURS).hears("hold music");
        FakeCall luisCall = luis.calls(OURS);
        luisCall.says("hola");
        anaCall.hears("+33612345678 says: hola");
        luisCall.hangsUp();

        anaCall.hears("fin");
        twilio.settle();
        assertThat(app.allSentTo("/events"))
                .extracting(event -> event.required("StatusCallbackEvent"))
                .containsExactly(
                        "participant-join",
                        "participant-join",
                        "conference-start",
                        "participant-leave",
                        "participant-leave",
                        "conference-end");
    }

    @Test
    void a_caller_waits_in_a_queue_for_an_agent() {
        app.answers("/voice", "<Enqueue action='/left' waitUrl='/wait'>help</Enqueue>");
        app.answers("/wait", "<Say>Please wait</Say>");
        app.answers("/left", "<Say>bye</Say>");
        twilio.number("+15005550101").onCall(APP + "/agent");
        app.answers("/agent", "<Dial><Queue>help</Queue></Dial><Say>done</Say>");

        FakeCall call = ana.calls(OURS).hears("Please wait");
        assertThat(app.last().first("QueuePosition")).contains("1");
        FakeCall agent = twilio.phone("+33612345678").calls("+15005550101");
        agent.says("how can I help");
        call.hears("how can I help").says("not at all");
        agent.hears("not at all").hangsUp();

        call.hears("bye");
        assertThat(app.last().first("QueueResult")).contains("bridged");
    }

    @Test
    void a_caller_can_leave_the_queue_with_the_leave_verb() {
        app.answers("/voice", "<Enqueue waitUrl='/wait'>help</Enqueue><Say>left</Say>");
        app.answers("/wait", "<Gather numDigits='1' action='/leave'><Say>Press one to leave</Say></Gather>");
        app.answers("/leave", "<Leave/>");

        ana.calls(OURS).hears("Press one").presses("1").hears("left");
    }

    @Test
    void an_agent_can_wait_for_callers() {
        app.answers("/voice", "<Enqueue>help</Enqueue>");
        twilio.number("+15005550101").onCall(APP + "/agent");
        app.answers("/agent", "<Dial><Queue>help</Queue></Dial><Say>done</Say>");

        FakeCall agent = twilio.phone("+33612345678").calls("+15005550101");
        FakeCall call = ana.calls(OURS);
        call.says("hello").hangsUp();

        agent.hears("done");
    }
}
