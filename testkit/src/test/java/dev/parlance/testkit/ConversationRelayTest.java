package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.log.Alert;
import dev.parlance.webhook.Parameters;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that talk with a program of the application over a ConversationRelay. */
class ConversationRelayTest {
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
        app.answers("/after", "<Say>fin</Say>");
    }

    @AfterEach
    void stopProgram() {
        program.close();
    }

    private FakeCall connects(String attributes, String children) {
        app.answers(
                "/voice",
                "<Connect action='/after'><ConversationRelay url='" + program.url() + "' " + attributes + ">" + children
                        + "</ConversationRelay></Connect>");
        return ana.calls(OURS);
    }

    /** Sends a message when the person says something. */
    private void answers(String... messages) {
        program.reacts((message, socket) -> {
            if (message.path("type").asText().equals("prompt")) {
                List.of(messages).forEach(socket::send);
            }
        });
    }

    private static String text(String token, boolean last) {
        return "{\"type\":\"text\",\"token\":\"" + token + "\",\"last\":" + last + "}";
    }

    private Parameters result() {
        twilio.settle();
        return app.sentTo("/after");
    }

    @Test
    void a_session_starts_with_a_signed_handshake_and_a_setup() throws Exception {
        FakeCall call = connects("", "<Parameter name='order' value='7'/>");

        JsonNode setup = program.next("setup");
        assertThat(setup.path("sessionId").asText()).startsWith("VX");
        assertThat(setup.path("callSid").asText()).isEqualTo(call.sid());
        assertThat(setup.path("from").asText()).isEqualTo("+5215512345678");
        assertThat(setup.path("to").asText()).isEqualTo(OURS);
        assertThat(setup.path("callType").asText()).isEqualTo("PSTN");
        assertThat(setup.at("/customParameters/order").asText()).isEqualTo("7");
        assertThat(setup.size()).isEqualTo(13);
        assertThat(program.wasSignedBy(twilio)).isTrue();
    }

    @Test
    void the_person_and_the_program_talk() throws Exception {
        answers(text("We have ", false), text("a table.", true));

        FakeCall call = connects("welcomeGreeting='How can I help?' language='en-GB' voice='Amy-Neural'", "");
        call.hears("How can I help?").says("Book a table").hears("We have a table.");

        JsonNode prompt = program.next("prompt");
        assertThat(prompt.toString())
                .isEqualTo("{\"type\":\"prompt\",\"voicePrompt\":\"Book a table\",\"lang\":\"en-GB\",\"last\":true}");
        assertThat(call.said())
                .containsExactly(
                        new FakeCall.Said("How can I help?", "en-GB", "Amy-Neural"),
                        new FakeCall.Said("We have a table.", "en-GB", "Amy-Neural"));
        assertThat(call.languagesListenedFor()).containsExactly("en-GB");
    }

    @Test
    void an_interruption_names_the_words_that_were_heard() throws Exception {
        FakeCall call = connects("welcomeGreeting='Life is a complex set of choices'", "");
        call.hears("Life is");

        twilio.advance(Duration.ofMillis(900));
        call.interruptsSaying("Stop");

        JsonNode interrupt = program.next("interrupt");
        assertThat(interrupt.path("utteranceUntilInterrupt").asText()).isEqualTo("Life is");
        assertThat(interrupt.path("durationUntilInterruptMs").asInt()).isEqualTo(900);
        assertThat(program.next("prompt").path("voicePrompt").asText()).isEqualTo("Stop");
    }

    @Test
    void a_program_that_must_not_be_interrupted_gets_what_is_said_after_it() throws Exception {
        FakeCall call = connects("welcomeGreeting='This call is recorded' welcomeGreetingInterruptible='none'", "");

        call.hears("recorded").interruptsSaying("Stop").says("Now");

        assertThat(program.next("prompt").path("voicePrompt").asText()).isEqualTo("Now");
        assertThat(program.received("interrupt")).isEmpty();
    }

    @Test
    void a_program_can_ask_for_what_is_said_during_its_speech() throws Exception {
        FakeCall call = connects(
                "welcomeGreeting='This call is recorded' welcomeGreetingInterruptible='none'"
                        + " reportInputDuringAgentSpeech='speech'",
                "");

        call.hears("recorded").interruptsSaying("Stop");

        assertThat(program.next("prompt").path("voicePrompt").asText()).isEqualTo("Stop");
    }

    @Test
    void keys_reach_a_program_that_asks_for_them() throws Exception {
        FakeCall call = connects("dtmfDetection='true'", "");

        call.presses("1#");

        assertThat(program.next("dtmf").path("digit").asText()).isEqualTo("1");
        assertThat(program.next("dtmf").path("digit").asText()).isEqualTo("#");
    }

    @Test
    void partial_prompts_grow() throws Exception {
        FakeCall call = connects("partialPrompts='true'", "");

        call.says("a table please");

        assertThat(program.next("prompt").path("voicePrompt").asText()).isEqualTo("a");
        assertThat(program.next("prompt").path("last").asBoolean()).isFalse();
        assertThat(program.next("prompt").path("last").asBoolean()).isTrue();
    }

    @Test
    void the_program_switches_languages_and_plays_sounds() throws Exception {
        answers(
                "{\"type\":\"language\",\"ttsLanguage\":\"es-MX\",\"transcriptionLanguage\":\"es-MX\"}",
                "{\"type\":\"play\",\"source\":\"https://app.example/jingle.mp3\"}",
                "{\"type\":\"sendDigits\",\"digits\":\"12w3\"}",
                text("¡Hola!", true));

        FakeCall call = connects("", "<Language code='es-MX' voice='Mia-Neural'/>");
        call.says("Spanish, please").hears("¡Hola!").says("gracias");

        assertThat(call.heard()).contains("https://app.example/jingle.mp3", "tones 12w3");
        assertThat(call.said()).containsExactly(new FakeCall.Said("¡Hola!", "es-MX", "Mia-Neural"));
        program.next("prompt");
        assertThat(program.next("prompt").path("lang").asText()).isEqualTo("es-MX");
    }

    @Test
    void the_program_ends_the_session_with_data_for_the_action() throws Exception {
        answers(text("Goodbye", true), "{\"type\":\"end\",\"handoffData\":\"{\\\"reason\\\":\\\"done\\\"}\"}");
        FakeCall call = connects("", "");
        twilio.advance(Duration.ofSeconds(12));

        call.says("That is all").hears("fin");

        Parameters result = result();
        assertThat(result.required("SessionStatus")).isEqualTo("ended");
        assertThat(result.required("SessionDuration")).isEqualTo("12");
        assertThat(result.required("HandoffData")).isEqualTo("{\"reason\":\"done\"}");
        assertThat(result.required("SessionId"))
                .isEqualTo(program.next("setup").path("sessionId").asText());
        assertThat(program.closeCode()).isEqualTo(1000);
    }

    @Test
    void a_caller_who_hangs_up_completes_the_session() throws Exception {
        FakeCall call = connects("", "");
        program.next("setup");

        call.hangsUp();

        assertThat(result().required("SessionStatus")).isEqualTo("completed");
        assertThat(result().required("CallStatus")).isEqualTo("completed");
        assertThat(program.closeCode()).isEqualTo(1000);
    }

    @Test
    void a_lost_connection_is_a_failed_session() {
        program.reacts((message, socket) -> {
            if (message.path("type").asText().equals("prompt")) {
                socket.close(1001, "");
            }
        });

        connects("", "").says("Hello?").hears("fin");

        assertThat(result().required("SessionStatus")).isEqualTo("failed");
        assertThat(result().required("ErrorCode")).isEqualTo("64105");
    }

    @Test
    void a_program_that_is_not_there_is_a_failed_session() {
        app.answers(
                "/voice",
                "<Connect action='/after'><ConversationRelay url='" + program.url("/nothing") + "'/></Connect>");

        ana.calls(OURS).hears("fin");

        assertThat(result().required("SessionStatus")).isEqualTo("failed");
        assertThat(result().required("ErrorCode")).isEqualTo("39001");
    }

    @Test
    void invalid_messages_are_reported_and_the_tenth_ends_the_session() throws Exception {
        answers("{\"foo\":\"bar\"}");
        FakeCall call = connects("", "");

        call.says("one");
        assertThat(program.next("error").path("description").asText())
                .isEqualTo("Invalid message received: {\"foo\":\"bar\"}");
        for (int i = 2; i <= 9; i++) {
            call.says("again");
            program.next("error");
        }
        call.says("ten").hears("fin");

        assertThat(program.closeCode()).isEqualTo(1008);
        assertThat(twilio.alerts()).extracting(Alert::code).contains(64107, 64105);
    }

    @Test
    void a_redirected_call_leaves_the_program() throws Exception {
        FakeCall call = connects("", "");
        Rest rest = new Rest(twilio, "api.twilio.com");

        rest.post(rest.account() + "/Calls/" + call.sid() + ".json", "Url", APP + "/after");

        call.hears("fin");
        assertThat(program.closeCode()).isEqualTo(1000);
        assertThat(app.sentTo("/after").first("SessionStatus")).isEmpty();
    }
}
