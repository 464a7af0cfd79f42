package dev.parlance.testkit;

import static dev.parlance.testkit.Rest.isError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.Rest.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recordings that the API starts, pauses and stops. */
class RecordingApiTest {
    private static final String OURS = "+15005550100";
    private static final String APP = VoiceApp.URL;

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final VoiceApp app = new VoiceApp();
    private final Rest rest = new Rest(twilio, "api.twilio.com");
    private final FakePhone ana = twilio.phone("+5215512345678");

    @BeforeEach
    void setUp() {
        twilio.number(OURS).onCall(APP + "/voice");
        twilio.mount(APP, app);
        app.answers("/voice", "<Gather/>");
        app.answers("/recorded", "");
    }

    private String recordings(FakeCall call) {
        return rest.account() + "/Calls/" + call.sid() + "/Recordings";
    }

    private List<String> callbacks(String name) {
        twilio.settle();
        return app.allSentTo("/recorded").stream()
                .map(form -> form.first(name).orElse(""))
                .toList();
    }

    private String trimmedLength(String trim, String track) {
        app.answers("/voice", "<Gather input='speech' timeout='60'/>");
        FakeCall call = ana.calls(OURS);
        Answer started = rest.post(recordings(call) + ".json", "Trim", trim, "RecordingTrack", track);
        twilio.advance(Duration.ofSeconds(5));
        call.says("hello");
        twilio.advance(Duration.ofSeconds(7));
        call.says("goodbye");
        twilio.advance(Duration.ofSeconds(9));
        call.hangsUp();
        return rest.get(recordings(call) + "/" + started.sid() + ".json").text("duration");
    }

    @Test
    void silence_at_both_ends_is_left_out_if_the_application_asks_for_it() {
        assertThat(trimmedLength("trim-silence", "both")).isEqualTo("7");
        assertThat(trimmedLength("trim-silence", "inbound")).isEqualTo("7");
        assertThat(trimmedLength("trim-silence", "outbound")).isEqualTo("0");
        assertThat(trimmedLength("do-not-trim", "both")).isEqualTo("21");
    }

    @Test
    void a_recording_lasts_from_its_start_to_the_end_of_the_call() {
        FakeCall call = ana.calls(OURS);

        Answer started = rest.post(
                recordings(call) + ".json",
                "RecordingChannels",
                "dual",
                "RecordingTrack",
                "inbound",
                "RecordingStatusCallback",
                APP + "/recorded",
                "RecordingStatusCallbackEvent",
                "in-progress completed");
        twilio.advance(Duration.ofSeconds(42));
        call.hangsUp();

        assertThat(started.status()).isEqualTo(201);
        assertThat(started.text("status")).isEqualTo("in-progress");
        assertThat(started.text("track")).isEqualTo("inbound");
        Answer ended = rest.get(recordings(call) + "/" + started.sid() + ".json");
        assertThat(ended.text("status")).isEqualTo("completed");
        assertThat(ended.text("duration")).isEqualTo("42");
        assertThat(ended.json().path("channels").asInt()).isEqualTo(2);
        assertThat(callbacks("RecordingStatus")).containsExactly("in-progress", "completed");
        assertThat(callbacks("RecordingDuration")).containsExactly("", "42");
        assertThat(callbacks("RecordingSource")).containsOnly("StartCallRecordingAPI");
    }

    @Test
    void a_pause_is_left_out_of_a_recording() {
        FakeCall call = ana.calls(OURS);
        rest.post(
                recordings(call) + ".json",
                "RecordingStatusCallback",
                APP + "/recorded",
                "RecordingStatusCallbackEvent",
                "paused resumed stopped completed");
        String current = recordings(call) + "/Twilio.CURRENT.json";
        twilio.advance(Duration.ofSeconds(10));
        assertThat(rest.post(current, "Status", "paused", "PauseBehavior", "skip")
                        .text("status"))
                .isEqualTo("paused");
        twilio.advance(Duration.ofSeconds(60));
        rest.post(current, "Status", "in-progress");
        twilio.advance(Duration.ofSeconds(5));

        Answer stopped = rest.post(current, "Status", "stopped");

        assertThat(stopped.text("status")).isEqualTo("stopped");
        assertThat(callbacks("RecordingStatus")).containsExactly("paused", "in-progress", "stopped", "completed");
        assertThat(rest.get(recordings(call) + "/" + stopped.sid() + ".json").text("duration"))
                .isEqualTo("15");
        isError(rest.post(recordings(call) + "/" + stopped.sid() + ".json", "Status", "paused"), 400, 21220);
        isError(rest.post(current, "Status", "stopped"), 404, 20404);
    }

    @Test
    void a_silent_pause_counts() {
        FakeCall call = ana.calls(OURS);
        String recording = rest.post(recordings(call) + ".json").sid();
        rest.post(recordings(call) + "/" + recording + ".json", "Status", "paused");
        twilio.advance(Duration.ofSeconds(7));
        call.hangsUp();

        assertThat(rest.get(recordings(call) + "/" + recording + ".json").text("duration"))
                .isEqualTo("7");
    }

    @Test
    void a_call_has_one_recording_of_the_api_at_a_time() {
        FakeCall call = ana.calls(OURS);
        String first = rest.post(recordings(call) + ".json").sid();

        assertThat(rest.post(recordings(call) + ".json").sid()).isEqualTo(first);
    }

    @Test
    void only_a_call_in_progress_is_recorded() {
        FakeCall call = ana.calls(OURS).hangsUp();
        isError(rest.post(recordings(call) + ".json"), 400, 21220);
        app.answers("/voice", "<Connect><ConversationRelay url='wss://app.example/relay'/></Connect>");

        isError(rest.post(recordings(ana.calls(OURS)) + ".json"), 400, 21220);
    }

    @Test
    void the_sound_is_served_as_wav_and_mp3_until_it_is_deleted() {
        FakeCall call = ana.calls(OURS);
        String sid = rest.post(recordings(call) + ".json").sid();
        twilio.advance(Duration.ofSeconds(2));
        call.hangsUp();
        String media = rest.account() + "/Recordings/" + sid;

        assertThat(rest.get(media + ".wav").raw().body()).startsWith('R', 'I', 'F', 'F');
        Answer mp3 = rest.get(media + ".mp3");
        assertThat(mp3.raw().headers().firstValue("Content-Type")).contains("audio/mpeg");
        assertThat(mp3.raw().body()).startsWith(0xFF, 0xE3).hasSize(28 * 72);
        assertThat(rest.delete(media + ".json").status()).isEqualTo(204);
        assertThat(rest.get(media + ".wav").status()).isEqualTo(404);
    }

    @Test
    void the_recordings_of_a_conference_are_listed_and_paused() {
        app.answers("/voice", "<Dial><Conference record='record-from-start'>room</Conference></Dial>");
        FakeCall call = ana.calls(OURS);
        FakeCall other = twilio.phone("+33612345678").calls(OURS);
        String conference = rest.account() + "/Conferences/"
                + rest.get(rest.account() + "/Conferences.json")
                        .json()
                        .path("conferences")
                        .path(0)
                        .path("sid")
                        .asText();

        rest.post(conference + "/Recordings/Twilio.CURRENT.json", "Status", "paused", "PauseBehavior", "skip");
        twilio.advance(Duration.ofSeconds(7));
        call.hangsUp();
        other.hangsUp();

        Answer listed = rest.get(conference + "/Recordings.json");
        assertThat(listed.json().path("recordings")).hasSize(1);
        assertThat(listed.json().path("recordings").path(0).path("duration").asText())
                .isEqualTo("0");
    }

    @Test
    void a_transcription_has_the_words_of_the_caller() {
        app.answers("/voice", "<Record transcribe='true' action='/recorded'/>");
        ana.calls(OURS).says("please call me back").hangsUp();

        Answer listed = rest.get(rest.account() + "/Transcriptions.json");
        String text = listed.json()
                .path("transcriptions")
                .path(0)
                .path("transcription_text")
                .asText();
        String recording = listed.json()
                .path("transcriptions")
                .path(0)
                .path("recording_sid")
                .asText();

        assertThat(text).isEqualTo("please call me back");
        assertThat(rest.get(rest.account() + "/Recordings/" + recording + "/Transcriptions.json")
                        .json()
                        .path("transcriptions"))
                .hasSize(1);
    }
}
