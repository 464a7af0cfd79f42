package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.log.Alert;
import dev.parlance.webhook.Parameters;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Dial does, attribute by attribute. */
class DialTest {
    private static final String OURS = "+15005550100";
    private static final String APP = VoiceApp.URL;

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final VoiceApp app = new VoiceApp();
    private final FakePhone ana = twilio.phone("+5215512345678");
    private final FakePhone luis = twilio.phone("+14155550009");
    private final FakePhone eve = twilio.phone("+14155550010");

    @BeforeEach
    void setUp() {
        twilio.number(OURS).onCall(APP + "/voice");
        twilio.mount(APP, app);
        app.answers("/after", "<Say>adiós</Say>");
        app.answers("/events", "");
    }

    private List<Parameters> events() {
        twilio.settle();
        return app.allSentTo("/events");
    }

    private List<String> events(String name) {
        return events().stream().map(event -> event.required(name)).toList();
    }

    private String afterDial(String name) {
        return app.sentTo("/after").required(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"415-555-0009", "(415) 555-0009", "14155550009", "+1 415 555 0009"})
    void a_number_can_be_written_as_people_write_it(String number) {
        app.answers("/voice", "<Dial>" + number + "</Dial>");

        ana.calls(OURS);

        assertThat(luis.isRinging()).isTrue();
    }

    @Test
    void numbers_ring_one_after_the_other_if_the_dial_is_sequential() {
        app.answers(
                "/voice",
                "<Dial sequential='true' timeout='20'><Number>+14155550009</Number><Number>+14155550010</Number></Dial>");

        FakeCall call = ana.calls(OURS);
        assertThat(luis.isRinging()).isTrue();
        assertThat(eve.isRinging()).isFalse();
        luis.declines();
        assertThat(eve.isRinging()).isTrue();
        eve.answers();

        assertThat(call.state()).isEqualTo("connected with +14155550010");
    }

    @Test
    void a_sequential_dial_ends_when_nobody_answers() {
        app.answers(
                "/voice",
                "<Dial sequential='true' action='/after'><Number>+14155550009</Number><Number>+14155550010</Number></Dial>");
        luis.isBusy();
        eve.doesNotAnswer();

        ana.calls(OURS).hears("adiós");

        assertThat(afterDial("DialCallStatus")).isEqualTo("busy");
    }

    @Test
    void a_caller_id_must_be_a_party_of_the_call_an_own_number_or_a_verified_one() {
        app.answers("/voice", "<Dial action='/after' callerId='+14155550199'>+14155550009</Dial>");

        ana.calls(OURS).hears("adiós");

        assertThat(twilio.alerts()).extracting(Alert::code).containsExactly(13214);
        assertThat(afterDial("DialCallStatus")).isEqualTo("failed");
        twilio.verifyCallerId("+14155550199");
        ana.calls(OURS);
        assertThat(luis.answers().from()).isEqualTo("+14155550199");
    }

    @Test
    void a_dial_ends_after_its_time_limit() {
        app.answers("/voice", "<Dial timeLimit='60' action='/after'>+14155550009</Dial>");
        luis.answersAtOnce();

        FakeCall call = ana.calls(OURS);
        twilio.advance(Duration.ofSeconds(59));
        assertThat(call.state()).startsWith("connected");
        twilio.advance(Duration.ofSeconds(1));

        call.hears("adiós");
        assertThat(afterDial("DialCallDuration")).isEqualTo("60");
    }

    @Test
    void only_ten_numbers_ring() {
        String numbers = IntStream.range(0, 12)
                .mapToObj("<Number>+141555500%02d</Number>"::formatted)
                .collect(Collectors.joining());
        app.answers("/voice", "<Dial>" + numbers + "</Dial>");

        ana.calls(OURS);

        assertThat(twilio.phone("+14155550009").isRinging()).isTrue();
        assertThat(twilio.phone("+14155550010").isRinging()).isFalse();
        assertThat(twilio.alerts()).singleElement().asString().contains("the first 10 of 12");
    }

    @Test
    void the_called_phone_reports_its_progress_from_zero() {
        app.answers(
                "/voice",
                "<Dial><Number statusCallback='/events' statusCallbackEvent='initiated ringing answered completed'>"
                        + "+14155550009</Number></Dial>");

        FakeCall call = ana.calls(OURS);
        luis.answers();
        call.hangsUp();

        assertThat(events("CallStatus")).containsExactly("initiated", "ringing", "in-progress", "completed");
        assertThat(events("SequenceNumber")).containsExactly("0", "1", "2", "3");
    }

    @Test
    void digits_are_sent_to_the_phone_that_answers() {
        app.answers("/voice", "<Dial><Number sendDigits='ww12#'>+14155550009</Number></Dial>");

        ana.calls(OURS);

        assertThat(luis.answers().transcript()).contains("[plays tones ww12#]");
    }

    @Test
    void the_action_is_requested_when_the_caller_hangs_up() {
        app.answers("/voice", "<Dial action='/after'>+14155550009</Dial>");

        FakeCall call = ana.calls(OURS);
        luis.answers();
        twilio.advance(Duration.ofSeconds(7));
        call.hangsUp();
        twilio.settle();

        assertThat(afterDial("DialCallStatus")).isEqualTo("completed");
        assertThat(afterDial("DialCallDuration")).isEqualTo("7");
        assertThat(afterDial("CallStatus")).isEqualTo("completed");
        assertThat(call.transcript()).doesNotContain("adiós");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "record-from-answer", "record-from-answer-dual"})
    void a_recording_reports_its_start_and_its_end(String record) {
        app.answers(
                "/voice",
                "<Dial action='/after' record='" + record + "' recordingStatusCallback='/events'"
                        + " recordingStatusCallbackEvent='in-progress completed absent'>+14155550009</Dial>");
        luis.answersAtOnce();

        ana.calls(OURS);
        twilio.advance(Duration.ofSeconds(12));
        luis.callHistory().get(0).hangsUp();

        assertThat(events("RecordingStatus")).containsExactly("in-progress", "completed");
        assertThat(events("RecordingSid").stream().distinct()).hasSize(1);
        assertThat(events().get(1).required("RecordingDuration")).isEqualTo("12");
        assertThat(events().get(1).required("RecordingChannels")).isEqualTo(record.endsWith("dual") ? "2" : "1");
        assertThat(afterDial("RecordingUrl")).endsWith(afterDial("RecordingSid"));
    }

    @Test
    void a_dial_that_nobody_answers_has_no_recording() {
        app.answers(
                "/voice",
                "<Dial record='true' recordingStatusCallback='/events' recordingStatusCallbackEvent='completed absent'>"
                        + "+14155550009</Dial>");
        luis.isBusy();

        ana.calls(OURS);

        assertThat(events("RecordingStatus")).containsExactly("absent");
    }

    @Test
    void a_recording_can_be_trimmed() {
        app.answers(
                "/voice",
                "<Dial action='/after' record='record-from-answer' trim='trim-silence' recordingStatusCallback='/events'>+14155550009</Dial>");
        FakeCall call = ana.calls(OURS);
        FakeCall other = luis.answers();
        twilio.advance(Duration.ofSeconds(5));
        call.says("hello");
        twilio.advance(Duration.ofSeconds(7));
        other.says("goodbye");
        twilio.advance(Duration.ofSeconds(9));
        call.hangsUp();
        twilio.settle();

        assertThat(afterDial("RecordingSid")).isNotEmpty();
        assertThat(events("RecordingDuration")).containsExactly("7");
    }

    @Test
    void a_number_of_the_account_answers_with_its_own_document() {
        twilio.number("+15005550101").onCall(APP + "/menu");
        app.answers("/voice", "<Dial action='/after'>+15005550101</Dial>");
        app.answers("/menu", "<Gather numDigits='1' action='/chosen'><Say>Press one</Say></Gather>");
        app.answers("/chosen", "<Say>You chose one</Say>");

        FakeCall call = ana.calls(OURS).hears("Press one");
        assertThat(call.state()).isEqualTo("connected with +15005550101");
        call.presses("1").hears("You chose one").hears("adiós");

        assertThat(app.sentTo("/menu").required("From")).isEqualTo("+5215512345678");
        assertThat(app.sentTo("/chosen").required("Digits")).isEqualTo("1");
        assertThat(afterDial("DialCallStatus")).isEqualTo("completed");
    }

    @Test
    void a_number_of_the_account_can_reject_the_call() {
        twilio.number("+15005550101").onCall(APP + "/menu");
        app.answers("/voice", "<Dial action='/after'>+15005550101</Dial>");
        app.answers("/menu", "<Reject reason='busy'/>");

        ana.calls(OURS).hears("adiós");

        assertThat(afterDial("DialCallStatus")).isEqualTo("busy");
    }
}
