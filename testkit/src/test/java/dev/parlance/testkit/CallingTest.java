package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.log.Alert;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallingTest {
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
    void two_thousand_calls_can_wait_at_the_same_time() {
        app.answers("/voice", "<Gather numDigits='1' action='/a'><Say>Elija</Say></Gather>");
        app.answers("/a", "<Say>adiós</Say>");

        List<FakeCall> calls = IntStream.range(0, 2000)
                .parallel()
                .mapToObj(i -> twilio.phone("+3361234%04d".formatted(i)).calls(OURS))
                .toList();
        assertThat(calls).noneMatch(FakeCall::isOver);
        calls.parallelStream().forEach(call -> call.presses("1").hears("adiós"));

        assertThat(calls).allMatch(FakeCall::isOver);
    }

    @Test
    void a_caller_hears_the_document_and_the_call_ends_with_it() {
        app.answers("/voice", "<Say language='es-MX' voice='Polly.Mia'>Hola</Say><Play>tune.mp3</Play>");

        FakeCall call = ana.calls(OURS);

        call.hears("Hola").hears(APP + "/tune.mp3");
        assertThat(call.said()).containsExactly(new FakeCall.Said("Hola", "es-MX", "Polly.Mia"));
        assertThat(call.status()).isEqualTo("completed");
    }

    @Test
    void the_webhook_has_the_same_parameters_as_with_twilio() {
        app.answers("/voice", "<Hangup/>");

        ana.calls(OURS);

        assertThat(app.last().names())
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
                        "CallToken",
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
        assertThat(app.last().first("CallStatus")).contains("ringing");
        assertThat(app.last().first("Direction")).contains("inbound");
    }

    @Test
    void gathered_keys_are_sent_to_the_action() {
        app.answers("/voice", "<Gather numDigits='1' action='/menu?lang=es'><Say>Elija</Say></Gather><Say>nada</Say>");
        app.answers("/menu", "<Say>gracias</Say>");

        ana.calls(OURS).hears("Elija").presses("7").hears("gracias");

        assertThat(app.received().get(1).url()).isEqualTo(APP + "/menu?lang=es");
        assertThat(app.last().first("Digits")).contains("7");
        assertThat(app.last().first("CallStatus")).contains("in-progress");
    }

    @Test
    void keys_end_with_the_finish_key_or_with_a_pause() {
        app.answers("/voice", "<Gather action='/a'/>");
        app.answers("/a", "<Hangup/>");

        ana.calls(OURS).presses("12").presses("34#");
        assertThat(app.last().first("Digits")).contains("1234");
        assertThat(app.last().first("FinishedOnKey")).contains("#");

        ana.calls(OURS).presses("56").isOver();
        assertThat(app.last().first("Digits")).contains("56");
        assertThat(app.last().first("FinishedOnKey")).contains("");
    }

    @Test
    void the_finish_key_alone_is_an_empty_result() {
        app.answers("/voice", "<Gather action='/a' actionOnEmptyResult='true'/>");
        app.answers("/a", "<Hangup/>");

        ana.calls(OURS).presses("#");

        assertThat(app.last().first("Digits")).contains("");
        assertThat(app.last().first("FinishedOnKey")).contains("#");
    }

    @Test
    void an_empty_finish_key_makes_every_key_a_digit() {
        app.answers("/voice", "<Gather action='/a' finishOnKey='' numDigits='3'/>");
        app.answers("/a", "<Hangup/>");

        ana.calls(OURS).presses("*1#");

        assertThat(app.last().first("Digits")).contains("*1#");
    }

    @Test
    void silence_continues_with_the_next_verb_after_the_timeout() {
        app.answers("/voice", "<Gather action='/a' timeout='7'><Say>Elija</Say></Gather><Say>adiós</Say>");
        var before = twilio.clock().instant();

        ana.calls(OURS).staysSilent().hears("adiós");

        assertThat(app.received()).hasSize(1);
        assertThat(twilio.clock().instant()).isEqualTo(before.plusSeconds(7));
    }

    @Test
    void silence_is_sent_to_the_action_if_the_gather_asks_for_it() {
        app.answers("/voice", "<Gather action='/a' actionOnEmptyResult='true'/>");
        app.answers("/a", "<Say>nada</Say>");

        ana.calls(OURS).staysSilent().hears("nada");

        assertThat(app.last().first("Digits")).contains("");
    }

    @Test
    void speech_is_sent_with_its_confidence() {
        app.answers(
                "/voice",
                "<Gather input='speech dtmf' language='es-MX' action='/a' partialResultCallback='/part'><Say>Diga</Say></Gather>");
        app.answers("/a", "<Say>bien</Say>");
        app.answers("/part", "");

        ana.calls(OURS).says("cinco", 0.93).hears("bien");

        assertThat(app.sentTo("/a").first("SpeechResult")).contains("cinco");
        assertThat(app.sentTo("/a").first("Confidence")).contains("0.93");
        twilio.settle();
        assertThat(app.sentTo("/part").first("UnstableSpeechResult")).contains("cinco");
    }

    @Test
    void unexpected_speech_has_no_effect() {
        app.answers("/voice", "<Gather action='/a'/><Say>nada</Say>");

        ana.calls(OURS).says("cinco").staysSilent().hears("nada");
    }

    @Test
    void barging_in_works_unless_the_gather_forbids_it() {
        app.answers("/voice", "<Gather numDigits='1' action='/a'/><Say>nada</Say>");
        app.answers("/a", "<Say>bien</Say>");
        ana.calls(OURS).interruptsWithKeys("1").hears("bien");

        app.answers("/voice", "<Gather numDigits='1' action='/a' bargeIn='false'/><Say>nada</Say>");
        ana.calls(OURS).interruptsWithKeys("1").staysSilent().hears("nada");
    }

    @Test
    void a_recording_is_saved_and_reported() throws Exception {
        app.answers(
                "/voice",
                "<Record action='/done' transcribeCallback='/text' recordingStatusCallback='/kept' maxLength='30'/>");
        app.answers("/done", "<Say>gracias</Say>");
        app.answers("/text", "");
        app.answers("/kept", "");

        ana.calls(OURS)
                .hears("beep")
                .says("uno dos tres cuatro cinco")
                .presses("#")
                .hears("gracias");

        Parameters done = app.sentTo("/done");
        assertThat(done.first("RecordingDuration")).contains("2");
        assertThat(done.first("Digits")).contains("#");
        try (var in = URI.create(done.required("RecordingUrl")).toURL().openStream()) {
            assertThat(new String(in.readNBytes(4), StandardCharsets.US_ASCII)).isEqualTo("RIFF");
        }
        twilio.settle();
        assertThat(app.received())
                .anyMatch(request -> request.path().equals("/text")
                        && request.formParameters()
                                .required("TranscriptionText")
                                .equals("uno dos tres cuatro cinco"));
        assertThat(app.received())
                .anyMatch(request -> request.path().equals("/kept")
                        && request.formParameters().required("RecordingStatus").equals("completed"));
    }

    @Test
    void silence_makes_no_recording() {
        app.answers("/voice", "<Record action='/done'/><Say>nada</Say>");
        ana.calls(OURS).staysSilent().hears("nada");
        assertThat(app.received()).hasSize(1);
    }

    @Test
    void hanging_up_completes_a_recording() {
        app.answers("/voice", "<Record action='/done'/>");
        app.answers("/done", "");

        ana.calls(OURS).says("hola").hangsUp();
        twilio.settle();

        assertThat(app.last().first("Digits")).contains("hangup");
        assertThat(app.last().first("CallStatus")).contains("completed");
    }

    @Test
    void a_call_can_be_rejected_before_it_is_answered() {
        app.answers("/voice", "<Reject reason='busy'/>");
        assertThat(ana.calls(OURS).status()).isEqualTo("busy");
    }

    @Test
    void a_pause_as_the_first_verb_keeps_the_call_ringing() {
        app.answers("/voice", "<Pause length='5'/><Reject/>");
        assertThat(ana.calls(OURS).status()).isEqualTo("no-answer");
    }

    @Test
    void an_invalid_url_is_reported_as_11100() {
        app.answers("/voice", "<Redirect>http://not a url</Redirect>");
        ana.calls(OURS).hears("application error");
        assertThat(twilio.alerts()).extracting(Alert::code).containsExactly(11100);
    }

    @Test
    void a_failed_document_is_replaced_by_the_fallback_or_an_apology() {
        FakeCall call = ana.calls(OURS);
        call.hears("application error");
        assertThat(twilio.alerts()).extracting(Alert::code).containsExactly(11200);

        twilio.number(OURS).onCallFallback(APP + "/fallback");
        app.answers("/fallback", "<Say>later</Say>");
        ana.calls(OURS).hears("later");
        assertThat(app.last().first("ErrorCode")).contains("11200");
    }

    @Test
    void a_document_over_64_kilobytes_is_refused() {
        app.answers("/voice", "<Say>" + "x".repeat(65_536) + "</Say>");
        ana.calls(OURS).hears("application error");
        assertThat(twilio.alerts()).extracting(Alert::code).containsExactly(11750);
    }

    @Test
    void an_endless_redirect_is_stopped() {
        app.answers("/voice", "<Pause/><Redirect/>");
        ana.calls(OURS).hears("application error");
        assertThat(twilio.alerts()).anyMatch(alert -> alert.code() == 14106);
    }

    @Test
    void cookies_are_kept_during_a_call() {
        twilio.mount(APP, request -> {
            app.received().add(request);
            return WebhookResponse.bytes(
                            "text/xml", "<Response><Gather numDigits='1'/></Response>".getBytes(StandardCharsets.UTF_8))
                    .withHeader("Set-Cookie", "turn=1; Path=/");
        });

        ana.calls(OURS).presses("1");

        assertThat(app.received().get(0).header("Cookie")).isEmpty();
        assertThat(app.received().get(1).header("Cookie")).contains("turn=1");
    }

    @Test
    void a_status_callback_reports_the_end_of_a_call() {
        twilio.number(OURS).onCallStatus(APP + "/status");
        app.answers("/voice", "<Say>hola</Say><Pause length='61'/>");
        app.answers("/status", "");

        ana.calls(OURS);
        twilio.settle();

        assertThat(app.last().first("CallStatus")).contains("completed");
        assertThat(app.last().first("CallDuration")).contains("61");
        assertThat(app.last().first("Duration")).contains("2");
        assertThat(app.last().first("Timestamp")).contains("Sun, 01 Mar 2026 12:01:01 +0000");
    }

    @Test
    void a_failed_hears_shows_the_whole_call() {
        app.answers("/voice", "<Gather numDigits='1'><Say language='fr-FR'>Bonjour</Say></Gather>");

        assertThatThrownBy(() -> ana.calls(OURS).presses("1").hears("Au revoir"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Au revoir")
                .hasMessageContaining("< Bonjour   (fr-FR)")
                .hasMessageContaining("> [presses 1]");
    }

    @Test
    void keys_in_an_ended_call_fail() {
        app.answers("/voice", "<Hangup/>");
        assertThatThrownBy(() -> ana.calls(OURS).presses("1"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the call is over");
    }
}
