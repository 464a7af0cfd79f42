package dev.parlance.testkit;

import static dev.parlance.testkit.TwilioAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.audio.FakeSpeech;
import java.time.Duration;
import java.util.Base64;
import okhttp3.WebSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The snippets in docs/TESTING.md about calls with programs and payments. */
class VoiceManualTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final VoiceApp app = new VoiceApp();
    private final SocketApp program = new SocketApp();
    private final FakePhone ana = twilio.phone("+5215512345678");

    @BeforeEach
    void setUp() {
        twilio.number("+15005550100").onCall(VoiceApp.URL + "/voice");
        twilio.mount(VoiceApp.URL, app);
        app.answers("/after", "<Say>Thank you</Say>");
    }

    @AfterEach
    void stopProgram() {
        program.close();
    }

    @Test
    void a_program_talks_over_a_media_stream() {
        app.answers("/voice", "<Connect><Stream url='" + program.url() + "'/></Connect>");
        program.reacts(VoiceManualTest::greet);
        // snippet: stream
        FakeCall call = ana.calls("+15005550100"); // the document connects the call with your WebSocket

        call.hears("How can I help?"); // your program sent FakeSpeech.of("How can I help?")
        call.says("Book a table"); // arrives in frames of 20 ms; FakeSpeech.textIn(audio) has the words
        call.playsAudio(new byte[8000]); // a second of your own audio, in mu-law
        // end
        assertThat(call.isOver()).isFalse();
    }

    private static void greet(JsonNode message, WebSocket socket) {
        if (message.path("event").asText().equals("start")) {
            String audio = Base64.getEncoder().encodeToString(FakeSpeech.of("How can I help?"));
            socket.send("{\"event\": \"media\", \"media\": {\"payload\": \"" + audio + "\"}}");
        }
    }

    @Test
    void a_program_talks_over_a_conversation_relay() throws Exception {
        app.answers(
                "/voice",
                "<Connect><ConversationRelay url='" + program.url()
                        + "' welcomeGreeting='How can I help?' language='en-GB'/></Connect>");
        program.reacts(VoiceManualTest::answer);
        // snippet: relay
        FakeCall call = ana.calls("+15005550100").hears("How can I help?"); // the welcomeGreeting

        call.says("Book a table").hears("For how many?"); // a prompt, and the text that your program sends
        twilio.advance(Duration.ofMillis(900)); // the voice has said two words
        call.interruptsSaying("No, wait"); // your program gets an interrupt with the words that were heard
        assertThat(call).listenedIn("en-GB");
        // end
        assertThat(program.next("interrupt").path("utteranceUntilInterrupt").asText())
                .isEqualTo("For how");
    }

    private static void answer(JsonNode message, WebSocket socket) {
        if (message.path("voicePrompt").asText().equals("Book a table")) {
            socket.send("{\"type\": \"text\", \"token\": \"For how many?\", \"last\": true}");
        }
    }

    @Test
    void a_caller_pays_by_keys() {
        app.answers("/voice", "<Pay chargeAmount='20.45' postalCode='false' action='/after'/>");
        // snippet: pay
        FakeCall call = ana.calls("+15005550100");
        call.hears("credit card number").presses("4242424242424242#"); // a test number: Luhn's check digit counts
        call.hears("expiration date").presses("1228#");
        call.hears("security code").presses("123#");

        assertThat(call).ended().lastHeard("Thank you");
        assertThat(call.transcript()).doesNotContain("4242424242424242"); // masked, as in the log and in webhooks
        // end
    }
}
