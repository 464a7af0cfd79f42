package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.twiml.MessageTwiml;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {
    @RegisterExtension
    static final FakeTwilio twilio = FakeTwilio.create();

    @BeforeEach
    void setUp() {
        twilio.app(
                "https://app.example",
                Router.create()
                        .post(
                                "/sms",
                                request -> WebhookResponse.of(MessageTwiml.reply("You said "
                                        + IncomingMessage.of(request).body() + ". Thank you!")))
                        .post(
                                "/voice",
                                request -> twiml("<Gather numDigits='1' action='/key'><Say>Press a key</Say></Gather>"))
                        .post(
                                "/key",
                                request -> twiml("<Say>Key</Say><Gather input='speech' action='/said'/><Say>Bye</Say>"))
                        .post(
                                "/said",
                                request -> twiml("<Say>"
                                        + request.formParameters().required("SpeechResult") + "</Say><Gather/>")));
        twilio.number("+15005550100").texts("https://app.example/sms").calls("https://app.example/voice");
    }

    private static WebhookResponse twiml(String verbs) {
        return WebhookResponse.bytes(
                "text/xml", ("<Response>" + verbs + "</Response>").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_conversation_by_text_and_by_voice_is_played(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("greeting.txt"), """
                # Ana greets.
                +5215512345678 > hola
                               < You said hola. …
                               > again
                               < …again… Thank you!
                [2 hours pass]
                +5215512345678 calls +15005550100
                               < Press a key
                               > [presses 1]
                               < Key
                               > hello
                               < hello
                               > [hangs up]
                +5215512345678 calls +15005550100
                               < Press a key
                               > [presses 1]
                               < Key
                               > [stays silent]
                               < Bye
                +33612345678 to +15005550100 > salut
                               < You said salut. Thank you!
                """);

        Script.in(folder).forEach(script -> script.play(twilio));

        assertThat(twilio.clock().instant().toString()).startsWith("2026-03-01T14:00:0");
    }

    @Test
    void what_went_another_way_is_shown_beside_the_script() {
        Script script = Script.parse("greeting.txt", """
                +5215512345678 > hola
                               < You said hola. Thank you!
                               > again
                               < Not at all
                """);

        assertThatThrownBy(() -> script.play(twilio))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                greeting.txt:3: the conversation went another way (- the script, + what came):

                  +5215512345678 > hola
                      < You said hola. Thank you!
                  > again
                -   < Not at all
                +   < You said again. Thank you!""");
    }

    @Test
    void a_text_that_the_script_does_not_mention_is_a_difference() {
        assertThatThrownBy(() -> Script.parse("s", "+5215512345678 > hola").play(twilio))
                .hasMessageContaining("+   < You said hola. Thank you!");
    }

    @Test
    void a_phone_that_rings_is_answered() {
        new Rest(twilio, "api.twilio.com")
                .post(
                        "/2010-04-01/Accounts/" + twilio.accountSid() + "/Calls.json",
                        "To",
                        "+33612345678",
                        "From",
                        "+15005550100",
                        "Url",
                        "https://app.example/voice");

        Script.parse("s", "+33612345678 answers\n< Press a key\n> [hangs up]").play(twilio);
    }

    @Test
    void a_line_that_says_nothing_is_named() {
        assertThatThrownBy(() -> Script.parse("bad.txt", "# fine\nhello there"))
                .hasMessageContaining("bad.txt:2: \"hello there\"");
        assertThatThrownBy(() -> Script.parse("bad.txt", "> hello")).hasMessageContaining("nobody has been named");
        assertThatThrownBy(() -> Script.parse("bad.txt", "< hello")).hasMessageContaining("nobody has done anything");
    }
}
