package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.audio.FakeSpeech;
import dev.parlance.fake.twilio.log.Alert;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sound of calls over WebSockets, in both directions. */
class MediaStreamTest {
    private static final String OURS = "+15005550100";
    private static final String APP = VoiceApp.URL;

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final VoiceApp app = new VoiceApp();
    private final SocketApp program = new SocketApp();
    private final FakePhone ana = twilio.phone("+5215512345678");

    @BeforeEach
    void setUp() {
        twilio.number(OURS).onCall(APP + "/voice");
        twilio.mount(APP, app);
        app.answers("/status", "");
        app.answers("/after", "<Say>fin</Say>");
    }

    @AfterEach
    void stopProgram() {
        program.close();
    }

    private void connects() {
        app.answers(
                "/voice",
                "<Connect action='/after'><Stream url='" + program.url() + "' statusCallback='/status'>"
                        + "<Parameter name='language' value='es'/></Stream></Connect>");
    }

    private void starts(String attributes) {
        app.answers(
                "/voice",
                "<Start><Stream name='ear' url='" + program.url() + "' statusCallback='/status' " + attributes
                        + "/></Start><Gather input='speech' action='/after'/>");
    }

    private static String media(byte[] audio) {
        return "{\"event\":\"media\",\"media\":{\"payload\":\""
                + Base64.getEncoder().encodeToString(audio) + "\"}}";
    }

    private static String mark(String name) {
        return "{\"event\":\"mark\",\"mark\":{\"name\":\"" + name + "\"}}";
    }

    private List<String> statuses() {
        twilio.settle();
        return app.allSentTo("/status").stream()
                .map(form -> form.required("StreamEvent"))
                .toList();
    }

    /** The audio of one track so far, in order. */
    private byte[] audio(String track) {
        ByteArrayOutputStream audio = new ByteArrayOutputStream();
        for (JsonNode message : program.received("media")) {
            if (message.at("/media/track").asText().equals(track)) {
                audio.writeBytes(
                        Base64.getDecoder().decode(message.at("/media/payload").asText()));
            }
        }
        return audio.toByteArray();
    }

    @Test
    void a_stream_starts_with_a_signed_handshake_and_two_messages() throws Exception {
        connects();

        FakeCall call = ana.calls(OURS);

        assertThat(program.next("connected").path("protocol").asText()).isEqualTo("Call");
        JsonNode start = program.next("start");
        assertThat(start.path("sequenceNumber").asText()).isEqualTo("1");
        assertThat(start.path("streamSid").asText()).startsWith("MZ");
        assertThat(start.at("/start/callSid").asText()).isEqualTo(call.sid());
        assertThat(start.at("/start/accountSid").asText()).isEqualTo(twilio.accountSid());
        assertThat(start.at("/start/tracks").toString()).isEqualTo("[\"inbound\"]");
        assertThat(start.at("/start/customParameters/language").asText()).isEqualTo("es");
        assertThat(start.at("/start/mediaFormat").toString())
                .isEqualTo("{\"encoding\":\"audio/x-mulaw\",\"sampleRate\":8000,\"channels\":1}");
        assertThat(program.wasSignedBy(twilio)).isTrue();
    }

    @Test
    void speech_arrives_in_frames_of_20_ms_and_is_followed_by_silence() throws Exception {
        starts("");

        ana.calls(OURS).says("two words").hears("fin");

        program.next("stop");
        List<JsonNode> frames = program.received("media");
        assertThat(frames).hasSize(40 + 50);
        assertThat(frames.get(2).at("/media/timestamp").asText()).isEqualTo("60");
        assertThat(frames.get(2).at("/media/chunk").asText()).isEqualTo("3");
        assertThat(FakeSpeech.textIn(audio("inbound"))).isEqualTo("two words");
        byte[] silence = new byte[FakeSpeech.FRAME];
        Arrays.fill(silence, (byte) 0xFF);
        assertThat(frames.get(89).at("/media/payload").asText())
                .isEqualTo(Base64.getEncoder().encodeToString(silence));
    }

    @Test
    void a_stream_of_both_tracks_has_what_the_person_hears() throws Exception {
        app.answers("/after", "<Say>Thank you</Say><Stop><Stream name='ear'/></Stop><Gather/>");
        starts("track='both_tracks'");

        ana.calls(OURS).says("hola");

        program.next("stop");
        assertThat(FakeSpeech.textIn(audio("inbound"))).isEqualTo("hola");
        assertThat(FakeSpeech.textIn(audio("outbound"))).isEqualTo("Thank you");
        assertThat(statuses()).containsExactly("stream-started", "stream-stopped");
    }

    @Test
    void long_silence_is_left_out() {
        starts("");
        ana.calls(OURS);

        twilio.advance(Duration.ofDays(2));
        ana.callHistory().get(0).hangsUp();

        assertThat(twilio.alerts()).isEmpty();
        assertThat(program.received("media")).hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void the_person_hears_what_the_program_says() throws Exception {
        connects();
        program.reacts((message, socket) -> {
            if (message.path("event").asText().equals("start")) {
                socket.send(media(FakeSpeech.of("How can I help?")));
                socket.send(mark("asked"));
            }
        });

        FakeCall call = ana.calls(OURS).hears("How can I help?");
        call.says("Book a table");

        assertThat(program.next("mark").at("/mark/name").asText()).isEqualTo("asked");
        assertThat(call.streamed()).isEqualTo(FakeSpeech.of("How can I help?"));
        call.presses("1#");
        assertThat(program.next("dtmf").at("/dtmf/digit").asText()).isEqualTo("1");
        assertThat(program.next("dtmf").at("/dtmf/digit").asText()).isEqualTo("#");
    }

    @Test
    void an_interrupted_program_clears_what_was_not_played() throws Exception {
        connects();
        program.reacts((message, socket) -> {
            if (message.path("event").asText().equals("start")) {
                socket.send(media(FakeSpeech.of("one two three four five")));
                socket.send(mark("end"));
            }
            if (message.path("event").asText().equals("dtmf")) {
                socket.send("{\"event\":\"clear\"}");
                socket.send(media(new byte[] {1, 2, 3}));
            }
        });

        FakeCall call = ana.calls(OURS).hears("one two");
        twilio.advance(Duration.ofMillis(800));
        call.interruptsWithKeys("0");

        program.next("mark");
        call.hearsAudio(new byte[] {1, 2, 3});
        assertThat(call.streamed().length).isEqualTo(2 * 20 * FakeSpeech.FRAME + 3);
    }

    @Test
    void the_call_continues_when_the_program_closes_the_stream() {
        connects();
        program.reacts((message, socket) -> {
            if (message.path("event").asText().equals("dtmf")) {
                socket.close(1000, "");
            }
        });

        ana.calls(OURS).presses("1").hears("fin");

        assertThat(statuses()).containsExactly("stream-started", "stream-stopped");
    }

    @Test
    void raw_audio_passes_in_both_directions() throws Exception {
        connects();
        byte[] sound = new byte[FakeSpeech.FRAME * 3];
        Arrays.fill(sound, (byte) 0x55);
        program.reacts((message, socket) -> {
            byte[] frame =
                    Base64.getDecoder().decode(message.at("/media/payload").asText());
            if (frame.length > 0 && frame[0] == 0x55) {
                socket.send(media(frame));
            }
        });

        ana.calls(OURS).playsAudio(sound).hearsAudio(sound);

        assertThat(audio("inbound")).startsWith(sound);
    }

    @Test
    void a_program_that_is_not_there_is_a_stream_error() {
        app.answers(
                "/voice",
                "<Connect action='/after'><Stream url='" + program.url("/nothing")
                        + "' statusCallback='/status'/></Connect>");

        ana.calls(OURS).hears("fin");

        assertThat(statuses()).containsExactly("stream-error");
        assertThat(twilio.alerts()).extracting(Alert::code).containsExactly(31920);
    }

    @Test
    void a_message_that_twilio_does_not_know_ends_the_stream() {
        connects();
        program.reacts((message, socket) -> {
            if (message.path("event").asText().equals("start")) {
                socket.send("{\"event\":\"hangup\"}");
            }
        });

        ana.calls(OURS).hears("fin");

        assertThat(twilio.alerts()).extracting(Alert::code).containsExactly(31924);
    }

    @Test
    void a_connected_stream_has_only_the_inbound_track() {
        app.answers(
                "/voice",
                "<Connect action='/after'><Stream track='both_tracks' url='" + program.url() + "'/></Connect>");

        ana.calls(OURS).hears("fin");

        assertThat(twilio.alerts()).extracting(Alert::code).containsExactly(31941);
    }

    @Test
    void the_api_starts_and_stops_streams() throws Exception {
        app.answers("/voice", "<Gather/>");
        FakeCall call = ana.calls(OURS);
        Rest rest = new Rest(twilio, "api.twilio.com");
        String streams = rest.account() + "/Calls/" + call.sid() + "/Streams";

        String sid = rest.post(
                        streams + ".json", "Url", program.url(), "Parameter1.Name", "user", "Parameter1.Value", "7")
                .sid();
        JsonNode start = program.next("start");
        rest.post(streams + "/" + sid + ".json", "Status", "stopped");

        assertThat(start.path("streamSid").asText()).isEqualTo(sid);
        assertThat(start.at("/start/customParameters/user").asText()).isEqualTo("7");
        assertThat(program.next("stop").at("/stop/callSid").asText()).isEqualTo(call.sid());
        assertThat(program.closeCode()).isEqualTo(1000);
    }
}
