package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationScriptTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @BeforeEach
    void setUp() {
        twilio.mount(
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
                                        + request.formParameters().required("SpeechResult")
                                        + confidence(request)
                                        + "</Say><Gather/>")));
        twilio.number("+15005550100").onText("https://app.example/sms").onCall("https://app.example/voice");
    }

    private static String confidence(WebhookRequest request) {
        return request.formParameters().required("Confidence").equals("0.3") ? "?" : "";
    }

    private static WebhookResponse twiml(String verbs) {
        return WebhookResponse.bytes(
                "text/xml", ("<Response>" + verbs + "</Response>").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_script_plays_texts_and_calls(@TempDir Path folder) throws Exception {
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
                               > [mumbles hello]
                               < hello?
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

        ConversationScript.in(folder).forEach(script -> script.play(twilio));

        assertThat(twilio.clock().instant().toString()).startsWith("2026-03-01T14:00:0");
    }

    @Test
    void a_failure_shows_expected_and_received_lines() {
        ConversationScript script = ConversationScript.parse("greeting.txt", """
                +5215512345678 > hola
                               < You said hola. Thank you!
                               > again
                               < Not at all
                """);

        assertThatThrownBy(() -> script.play(twilio))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                greeting.txt:3: the conversation differs from the script (- expected, + received):

                  +5215512345678 > hola
                      < You said hola. Thank you!
                  > again
                -   < Not at all
                +   < You said again. Thank you!""");
    }

    @Test
    void a_recorded_script_has_the_replies_that_arrived() {
        ConversationScript script = ConversationScript.parse("greeting.txt", """
                # Ana greets.
                +5215512345678 > hola
                               < Not at all
                               < Nor this

                [2 hours pass]
                +5215512345678 calls +15005550100
                               # She presses a key.
                               > [presses 1]
                               > [stays silent]
                """);

        String recorded = script.record(twilio);

        assertThat(recorded).isEqualTo("""
                # Ana greets.
                +5215512345678 > hola
                               < You said hola. Thank you!

                [2 hours pass]
                +5215512345678 calls +15005550100
                               < Press a key
                               # She presses a key.
                               > [presses 1]
                               < Key
                               > [stays silent]
                               < Bye
                """);
        ConversationScript.parse("recorded.txt", recorded).play(twilio);
    }

    @Test
    void an_unexpected_text_is_a_difference() {
        assertThatThrownBy(() ->
                        ConversationScript.parse("s", "+5215512345678 > hola").play(twilio))
                .hasMessageContaining("+   < You said hola. Thank you!");
    }

    @Test
    void a_script_answers_a_ringing_phone() {
        new Rest(twilio, "api.twilio.com")
                .post(
                        "/2010-04-01/Accounts/" + twilio.accountSid() + "/Calls.json",
                        "To",
                        "+33612345678",
                        "From",
                        "+15005550100",
                        "Url",
                        "https://app.example/voice");

        ConversationScript.parse("s", "+33612345678 answers\n< Press a key\n> [hangs up]")
                .play(twilio);
    }

    @Test
    void an_invalid_line_is_reported_with_its_number() {
        assertThatThrownBy(() -> ConversationScript.parse("bad.txt", "# fine\nhello there"))
                .hasMessageContaining("bad.txt:2: \"hello there\"");
        assertThatThrownBy(() -> ConversationScript.parse("bad.txt", "> hello"))
                .hasMessageContaining("no person has been named");
        assertThatThrownBy(() -> ConversationScript.parse("bad.txt", "< hello"))
                .hasMessageContaining("no one has done anything");
    }
}
