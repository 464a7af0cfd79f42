package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallingTest {
    private static final String OURS = "+15005550100";
    private static final String APP = "https://app.example";

    @RegisterExtension
    static final FakeTwilio twilio = FakeTwilio.create();

    private final Map<String, String> documents = new HashMap<>();
    private final List<WebhookRequest> received = Collections.synchronizedList(new ArrayList<>());
    private FakePhone ana;

    @BeforeEach
    void setUp() {
        twilio.number(OURS).calls(APP + "/voice");
        ana = twilio.phone("+5215512345678");
        twilio.app(APP, request -> {
            received.add(request);
            String document = documents.get(request.path());
            return document == null
                    ? WebhookResponse.text("no such page").withStatus(404)
                    : WebhookResponse.bytes("text/xml", document.getBytes(StandardCharsets.UTF_8));
        });
    }

    private void document(String path, String verbs) {
        documents.put(path, "<Response>" + verbs + "</Response>");
    }

    private Parameters last() {
        return received.get(received.size() - 1).formParameters();
    }

    private Parameters sentTo(String path) {
        return received.stream()
                .filter(request -> request.path().equals(path))
                .findFirst()
                .orElseThrow()
                .formParameters();
    }

    @Test
    void two_thousand_calls_wait_at_the_same_time() {
        document("/voice", "<Gather numDigits='1' action='/a'><Say>Elija</Say></Gather>");
        document("/a", "<Say>adiós</Say>");

        List<FakeCall> calls = IntStream.range(0, 2000)
                .parallel()
                .mapToObj(i -> twilio.phone("+3361234%04d".formatted(i)).calls(OURS))
                .toList();
        assertThat(calls).noneMatch(FakeCall::isOver);
        calls.parallelStream().forEach(call -> call.presses("1").hears("adiós"));

        assertThat(calls).allMatch(FakeCall::isOver);
    }

    @Test
    void a_caller_hears_what_is_said_and_the_call_ends_with_the_document() {
        document("/voice", "<Say language='es-MX' voice='Polly.Mia'>Hola</Say><Play>tune.mp3</Play>");

        FakeCall call = ana.calls(OURS);

        call.hears("Hola").hears(APP + "/tune.mp3");
        assertThat(call.said()).containsExactly(new FakeCall.Said("Hola", "es-MX", "Polly.Mia"));
        assertThat(call.status()).isEqualTo("completed");
    }

    @Test
    void the_application_is_told_what_twilio_tells() {
        document("/voice", "<Hangup/>");

        ana.calls(OURS);

        assertThat(last().names())
                .containsExactlyInAnyOrder(
                        "AccountSid",
                        "ApiVersion",
                        "CallSid",
                        "CallStatus",
                        "Direction",
                        "Caller",
                        "CallerCity",
                        "CallerCountry",
                        "CallerState",
                        "CallerZip",
                        "From",
                        "FromCity",
                        "FromCountry",
                        "FromState",
                        "FromZip",
                        "Called",
                        "CalledCity",
                        "CalledCountry",
                        "CalledState",
                        "CalledZip",
                        "To",
                        "ToCity",
                        "ToCountry",
                        "ToState",
                        "ToZip");
        assertThat(last().first("CallStatus")).contains("ringing");
        assertThat(last().first("Direction")).contains("inbound");
    }

    @Test
    void gathered_keys_are_sent_to_the_action() {
        document("/voice", "<Gather numDigits='1' action='/menu?lang=es'><Say>Elija</Say></Gather><Say>nada</Say>");
        document("/menu", "<Say>gracias</Say>");

        ana.calls(OURS).hears("Elija").presses("7").hears("gracias");

        assertThat(received.get(1).url()).isEqualTo(APP + "/menu?lang=es");
        assertThat(last().first("Digits")).contains("7");
        assertThat(last().first("CallStatus")).contains("in-progress");
    }

    @Test
    void keys_end_with_the_finish_key_or_when_no_more_come() {
        document("/voice", "<Gather action='/a'/>");
        document("/a", "<Hangup/>");

        ana.calls(OURS).presses("12").presses("34#");
        assertThat(last().first("Digits")).contains("1234");
        assertThat(last().first("FinishedOnKey")).contains("#");

        ana.calls(OURS).presses("56").isOver();
        assertThat(last().first("Digits")).contains("56");
        assertThat(last().first("FinishedOnKey")).contains("");
    }

    @Test
    void an_empty_finish_key_makes_every_key_a_digit() {
        document("/voice", "<Gather action='/a' finishOnKey='' numDigits='3'/>");
        document("/a", "<Hangup/>");

        ana.calls(OURS).presses("*1#");

        assertThat(last().first("Digits")).contains("*1#");
    }

    @Test
    void silence_falls_through_to_the_next_verb_after_the_time_out() {
        document("/voice", "<Gather action='/a' timeout='7'><Say>Elija</Say></Gather><Say>adiós</Say>");
        var before = twilio.clock().instant();

        ana.calls(OURS).staysSilent().hears("adiós");

        assertThat(received).hasSize(1);
        assertThat(twilio.clock().instant()).isEqualTo(before.plusSeconds(7));
    }

    @Test
    void silence_is_told_where_the_gather_asks_for_it() {
        document("/voice", "<Gather action='/a' actionOnEmptyResult='true'/>");
        document("/a", "<Say>nada</Say>");

        ana.calls(OURS).staysSilent().hears("nada");

        assertThat(last().first("Digits")).contains("");
    }

    @Test
    void speech_is_sent_with_its_confidence() {
        document(
                "/voice",
                "<Gather input='speech dtmf' language='es-MX' action='/a' partialResultCallback='/part'><Say>Diga</Say></Gather>");
        document("/a", "<Say>bien</Say>");
        document("/part", "");

        ana.calls(OURS).says("cinco", 0.93).hears("bien");

        assertThat(sentTo("/a").first("SpeechResult")).contains("cinco");
        assertThat(sentTo("/a").first("Confidence")).contains("0.93");
        twilio.settle();
        assertThat(sentTo("/part").first("UnstableSpeechResult")).contains("cinco");
    }

    @Test
    void speech_that_nobody_asked_for_changes_nothing() {
        document("/voice", "<Gather action='/a'/><Say>nada</Say>");

        ana.calls(OURS).says("cinco").staysSilent().hears("nada");
    }

    @Test
    void barging_in_counts_unless_it_is_forbidden() {
        document("/voice", "<Gather numDigits='1' action='/a'/><Say>nada</Say>");
        document("/a", "<Say>bien</Say>");
        ana.calls(OURS).interruptsWithKeys("1").hears("bien");

        document("/voice", "<Gather numDigits='1' action='/a' bargeIn='false'/><Say>nada</Say>");
        ana.calls(OURS).interruptsWithKeys("1").staysSilent().hears("nada");
    }

    @Test
    void a_recording_is_kept_and_told_of() throws Exception {
        document(
                "/voice",
                "<Record action='/done' transcribeCallback='/text' recordingStatusCallback='/kept' maxLength='30'/>");
        document("/done", "<Say>gracias</Say>");
        document("/text", "");
        document("/kept", "");

        ana.calls(OURS)
                .hears("beep")
                .says("uno dos tres cuatro cinco")
                .presses("#")
                .hears("gracias");

        Parameters done = sentTo("/done");
        assertThat(done.first("RecordingDuration")).contains("2");
        assertThat(done.first("Digits")).contains("#");
        try (var in = URI.create(done.required("RecordingUrl")).toURL().openStream()) {
            assertThat(new String(in.readNBytes(4), StandardCharsets.US_ASCII)).isEqualTo("RIFF");
        }
        twilio.settle();
        assertThat(received)
                .anyMatch(request -> request.path().equals("/text")
                        && request.formParameters()
                                .required("TranscriptionText")
                                .equals("uno dos tres cuatro cinco"));
        assertThat(received)
                .anyMatch(request -> request.path().equals("/kept")
                        && request.formParameters().required("RecordingStatus").equals("completed"));
    }

    @Test
    void of_silence_there_is_no_recording() {
        document("/voice", "<Record action='/done'/><Say>nada</Say>");
        ana.calls(OURS).staysSilent().hears("nada");
        assertThat(received).hasSize(1);
    }

    @Test
    void who_hangs_up_while_recording_has_left_a_message() {
        document("/voice", "<Record action='/done'/>");
        document("/done", "");

        ana.calls(OURS).says("hola").hangsUp();
        twilio.settle();

        assertThat(last().first("Digits")).contains("hangup");
        assertThat(last().first("CallStatus")).contains("completed");
    }

    @Test
    void another_persons_phone_rings_and_both_talk() {
        document("/voice", "<Dial action='/after' timeout='20'>+33612345678</Dial>");
        document("/after", "<Say>adiós</Say>");
        FakePhone luis = twilio.phone("+33612345678");

        FakeCall call = ana.calls(OURS);
        assertThat(call.state()).isEqualTo("waiting for somebody to answer");
        FakeCall his = luis.answers();
        call.says("¿Luis?");
        his.hears("¿Luis?").says("Sí");
        call.hears("Sí");
        twilio.advance(Duration.ofSeconds(40));
        his.hangsUp();

        call.hears("adiós");
        assertThat(last().first("DialCallStatus")).contains("completed");
        assertThat(last().first("DialCallDuration")).contains("40");
        assertThat(last().first("DialCallSid")).contains(his.sid());
        assertThat(his.status()).isEqualTo("completed");
    }

    @Test
    void a_busy_phone_an_unanswered_one_and_none_at_all_are_told_apart() {
        document("/voice", "<Dial action='/after'>+33612345678</Dial>");
        document("/after", "<Say>adiós</Say>");
        FakePhone luis = twilio.phone("+33612345678");

        luis.isBusy();
        ana.calls(OURS).hears("adiós");
        assertThat(last().first("DialCallStatus")).contains("busy");

        luis.doesNotAnswer();
        ana.calls(OURS).hears("adiós");
        assertThat(last().first("DialCallStatus")).contains("no-answer");

        luis.rings();
        ana.calls(OURS).staysSilent().hears("adiós");
        assertThat(last().first("DialCallStatus")).contains("no-answer");

        luis.cannotBeCalled();
        ana.calls(OURS).hears("adiós");
        assertThat(last().first("DialCallStatus")).contains("failed");

        document("/voice", "<Dial action='/after'>nobody</Dial>");
        ana.calls(OURS).hears("adiós");
        assertThat(last().first("DialCallStatus")).contains("failed");
    }

    @Test
    void the_first_of_several_who_answers_is_connected() {
        document(
                "/voice",
                "<Dial><Number url='/whisper'>+33612345678</Number><Client>luisa</Client></Dial><Say>fin</Say>");
        document("/whisper", "<Gather numDigits='1'><Say>Press one to accept</Say></Gather><Hangup/>");
        FakePhone luis = twilio.phone("+33612345678");
        FakePhone luisa = twilio.phone("client:luisa");

        FakeCall call = ana.calls(OURS);
        FakeCall his = luis.answers();
        his.hears("Press one");
        assertThat(call.state()).isEqualTo("waiting for somebody to answer");
        FakeCall hers = luisa.answers();

        assertThat(call.state()).isEqualTo("connected with client:luisa");
        assertThat(his.status()).isEqualTo("canceled");
        call.hangsUp();
        assertThat(hers.status()).isEqualTo("completed");
    }

    @Test
    void a_star_ends_a_dialled_call_where_it_may() {
        document("/voice", "<Dial hangupOnStar='true'>+33612345678</Dial><Say>fin</Say>");
        twilio.phone("+33612345678").answersAtOnce();

        ana.calls(OURS).presses("*").hears("fin");
    }

    @Test
    void a_call_can_be_rejected_before_it_is_answered() {
        document("/voice", "<Reject reason='busy'/>");
        assertThat(ana.calls(OURS).status()).isEqualTo("busy");
    }

    @Test
    void a_pause_before_anything_else_lets_the_call_ring_on() {
        document("/voice", "<Pause length='5'/><Reject/>");
        assertThat(ana.calls(OURS).status()).isEqualTo("no-answer");
    }

    @Test
    void a_url_that_is_none_is_11100() {
        document("/voice", "<Redirect>http://not a url</Redirect>");
        ana.calls(OURS).hears("application error");
        assertThat(twilio.problems()).singleElement().asString().startsWith("11100");
    }

    @Test
    void people_in_a_conference_hear_each_other_and_it_ends_with_who_ends_it() {
        document(
                "/voice",
                "<Dial action='/after'><Conference statusCallback='/events' statusCallbackEvent='start end join leave'"
                        + " endConferenceOnExit='true'>room</Conference></Dial>");
        document("/after", "<Say>fin</Say>");
        document("/events", "");
        FakePhone luis = twilio.phone("+33612345678");

        FakeCall hers = ana.calls(OURS).hears("hold music");
        FakeCall his = luis.calls(OURS);
        his.says("hola");
        hers.hears("+33612345678 says: hola");
        his.hangsUp();

        hers.hears("fin");
        twilio.settle();
        assertThat(received.stream()
                        .filter(request -> request.path().equals("/events"))
                        .map(request -> request.formParameters().required("StatusCallbackEvent")))
                .containsExactly(
                        "participant-join",
                        "participant-join",
                        "conference-start",
                        "participant-leave",
                        "conference-end");
    }

    @Test
    void a_caller_waits_in_a_queue_until_an_agent_takes_the_call() {
        document("/voice", "<Enqueue action='/left' waitUrl='/wait'>help</Enqueue>");
        document("/wait", "<Say>Please wait</Say>");
        document("/left", "<Say>bye</Say>");
        twilio.number("+15005550101").calls(APP + "/agent");
        document("/agent", "<Dial><Queue>help</Queue></Dial><Say>done</Say>");

        FakeCall call = ana.calls(OURS).hears("Please wait");
        assertThat(last().first("QueuePosition")).contains("1");
        FakeCall agent = twilio.phone("+33612345678").calls("+15005550101");
        agent.says("how can I help");
        call.hears("how can I help").says("not at all");
        agent.hears("not at all").hangsUp();

        call.hears("bye");
        assertThat(last().first("QueueResult")).contains("bridged");
    }

    @Test
    void a_caller_may_leave_the_queue_by_a_verb_of_the_waiting_document() {
        document("/voice", "<Enqueue waitUrl='/wait'>help</Enqueue><Say>left</Say>");
        document("/wait", "<Gather numDigits='1' action='/leave'><Say>Press one to leave</Say></Gather>");
        document("/leave", "<Leave/>");

        ana.calls(OURS).hears("Press one").presses("1").hears("left");
    }

    @Test
    void an_agent_may_wait_for_callers() {
        document("/voice", "<Enqueue>help</Enqueue>");
        twilio.number("+15005550101").calls(APP + "/agent");
        document("/agent", "<Dial><Queue>help</Queue></Dial><Say>done</Say>");

        FakeCall agent = twilio.phone("+33612345678").calls("+15005550101");
        FakeCall call = ana.calls(OURS);
        call.says("hello").hangsUp();

        agent.hears("done");
    }

    @Test
    void a_document_that_fails_is_replaced_by_the_fallback_or_an_apology() {
        FakeCall call = ana.calls(OURS);
        call.hears("application error");
        assertThat(twilio.problems()).singleElement().asString().startsWith("11200");

        twilio.number(OURS).callsFallback(APP + "/fallback");
        document("/fallback", "<Say>later</Say>");
        ana.calls(OURS).hears("later");
        assertThat(last().first("ErrorCode")).contains("11200");
    }

    @Test
    void a_document_of_more_than_64_kilobytes_is_refused() {
        document("/voice", "<Say>" + "x".repeat(65_536) + "</Say>");
        ana.calls(OURS).hears("application error");
        assertThat(twilio.problems()).singleElement().asString().startsWith("11750");
    }

    @Test
    void an_endless_redirect_ends() {
        document("/voice", "<Pause/><Redirect/>");
        ana.calls(OURS).hears("application error");
        assertThat(twilio.problems()).anyMatch(problem -> problem.startsWith("14106"));
    }

    @Test
    void cookies_are_kept_over_a_call() {
        twilio.app(APP, request -> {
            received.add(request);
            return WebhookResponse.bytes(
                            "text/xml", "<Response><Gather numDigits='1'/></Response>".getBytes(StandardCharsets.UTF_8))
                    .withHeader("Set-Cookie", "turn=1; Path=/");
        });

        ana.calls(OURS).presses("1");

        assertThat(received.get(0).header("Cookie")).isEmpty();
        assertThat(received.get(1).header("Cookie")).contains("turn=1");
    }

    @Test
    void a_status_callback_tells_the_end_of_a_call() {
        twilio.number(OURS).callStatus(APP + "/status");
        document("/voice", "<Say>hola</Say><Pause length='61'/>");
        document("/status", "");

        ana.calls(OURS);
        twilio.settle();

        assertThat(last().first("CallStatus")).contains("completed");
        assertThat(last().first("CallDuration")).contains("61");
        assertThat(last().first("Duration")).contains("2");
        assertThat(last().first("Timestamp")).contains("Sun, 01 Mar 2026 12:01:01 +0000");
    }

    @Test
    void what_was_not_heard_is_told_with_the_whole_call() {
        document("/voice", "<Gather numDigits='1'><Say language='fr-FR'>Bonjour</Say></Gather>");

        assertThatThrownBy(() -> ana.calls(OURS).presses("1").hears("Au revoir"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Au revoir")
                .hasMessageContaining("< Bonjour   (fr-FR)")
                .hasMessageContaining("> [presses 1]");
    }

    @Test
    void nobody_presses_keys_in_a_call_that_is_over() {
        document("/voice", "<Hangup/>");
        assertThatThrownBy(() -> ana.calls(OURS).presses("1"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the call is over");
    }
}
