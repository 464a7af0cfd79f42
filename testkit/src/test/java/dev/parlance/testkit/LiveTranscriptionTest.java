package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a document starts beside itself: transcriptions, SIPREC sessions, recordings. */
class LiveTranscriptionTest {
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
        app.answers("/status", "");
    }

    private List<String> events(String name) {
        twilio.settle();
        return app.allSentTo("/status").stream()
                .map(form -> form.first(name).orElse(""))
                .toList();
    }

    @Test
    void a_transcription_has_what_is_said_on_both_tracks() {
        app.answers(
                "/voice",
                "<Start><Transcription statusCallbackUrl='/status' languageCode='es-MX'/></Start>"
                        + "<Gather input='speech' action='/after'><Say>¿Cómo fue?</Say></Gather>");
        app.answers("/after", "<Say>Gracias</Say>");

        ana.calls(OURS).says("cinco", 0.9).hears("Gracias");

        assertThat(events("TranscriptionEvent"))
                .containsExactly(
                        "transcription-started",
                        "transcription-content",
                        "transcription-content",
                        "transcription-content",
                        "transcription-stopped");
        assertThat(events("Track"))
                .containsExactly("both_tracks", "outbound_track", "inbound_track", "outbound_track", "");
        assertThat(events("TranscriptionData").get(2)).isEqualTo("{\"transcript\":\"cinco\",\"confidence\":0.9}");
        assertThat(events("LanguageCode").get(2)).isEqualTo("es-MX");
        assertThat(events("SequenceId")).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void a_transcription_of_one_track_with_partial_results_ends_at_its_stop() {
        app.answers(
                "/voice",
                "<Start><Transcription name='t' track='inbound_track' partialResults='true' statusCallbackUrl='/status'/>"
                        + "</Start><Gather input='speech' action='/after'><Say>Well?</Say></Gather>");
        app.answers("/after", "<Stop><Transcription name='t'/></Stop><Gather input='speech'/>");

        ana.calls(OURS).says("very good").says("not heard");

        assertThat(events("Final")).containsExactly("", "false", "true", "");
        assertThat(events("TranscriptionData").get(1)).contains("\"very\"");
    }

    @Test
    void a_recording_runs_beside_the_document_until_its_stop() {
        app.answers(
                "/voice",
                "<Start><Recording channels='dual' recordingStatusCallback='/recorded'/></Start><Pause length='7'/>"
                        + "<Stop><Recording/></Stop><Pause length='5'/><Say>fin</Say>");
        app.answers("/recorded", "");

        ana.calls(OURS).hears("fin");

        twilio.settle();
        assertThat(app.sentTo("/recorded").required("RecordingChannels")).isEqualTo("2");
        assertThat(app.sentTo("/recorded").required("RecordingSource")).isEqualTo("StartCallRecordingTwiML");
    }

    @Test
    void a_recording_that_is_not_trimmed_has_the_silence_at_its_end() {
        app.answers("/voice", "<Record action='/recorded' timeout='4' trim='do-not-trim'/>");
        app.answers("/recorded", "<Say>fin</Say>");

        ana.calls(OURS).says("one two three four five").hears("fin");

        assertThat(app.sentTo("/recorded").required("RecordingDuration")).isEqualTo("6");
    }

    @Test
    void a_siprec_session_reports_its_start_and_its_end() {
        app.answers(
                "/voice",
                "<Start><Siprec name='s' connectorName='Bank' statusCallback='/status'/></Start>"
                        + "<Stop><Siprec name='s'/></Stop><Say>fin</Say>");

        ana.calls(OURS).hears("fin");

        assertThat(events("StreamEvent")).containsExactly("stream-started", "stream-stopped");
        assertThat(events("StreamName")).containsOnly("s");
        assertThat(events("StreamSid").get(0)).startsWith("SR");
    }
}
