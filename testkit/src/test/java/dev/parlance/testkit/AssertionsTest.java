package dev.parlance.testkit;

import static dev.parlance.testkit.TwilioAssertions.assertThat;
import static dev.parlance.testkit.TwilioAssertions.assertThatThrownBy;
import static dev.parlance.testkit.TwilioAssertions.assertThatTwiml;

import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.log.LogEntry;
import dev.parlance.prompt.Language;
import dev.parlance.prompt.Prompts;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.WebhookResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssertionsTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private FakePhone ana;

    private static Language language(String tag) {
        return Prompts.of(Map.of(tag, Map.of("greeting", "hello"))).defaultLanguage();
    }

    @BeforeEach
    void setUp() {
        twilio.mount(
                "https://app.example",
                request -> request.path().equals("/sms")
                        ? WebhookResponse.of(MessageTwiml.reply("¡Hola!"))
                        : WebhookResponse.of(VoiceTwiml.in(language("es-MX"))
                                .gather(gather -> gather.speech().say("¿Cómo fue?"))));
        twilio.number("+15005550100").onText("https://app.example/sms").onCall("https://app.example/voice");
        ana = twilio.phone("+5215512345678");
    }

    @Test
    void assertions_about_a_person() {
        assertThatThrownBy(() -> assertThat(ana).lastText()).hasMessageContaining("received no text");
        ana.texts("hola");
        assertThat(ana).hasReceived(1).hasReceived("Hola").lastText().contains("¡Hola!");
        assertThatThrownBy(() -> assertThat(ana).lastText().contains("Bonjour"))
                .hasMessageContaining("> hola")
                .hasMessageContaining("< ¡Hola!");
        assertThatThrownBy(() -> assertThat(ana).hasReceived(2)).hasMessageContaining("1 texts, not 2");
        assertThatThrownBy(() -> assertThat(ana).hasReceived("x")).hasMessageContaining("< ¡Hola!");
        assertThatThrownBy(() -> assertThat(ana).lastCall()).hasMessageContaining("has no calls");
        assertThatThrownBy(() -> assertThat(ana).rings()).hasMessageContaining("is not ringing");
        ana.calls("+15005550100");
        assertThat(ana).lastCall().wasSpokenIn("es-MX");
    }

    @Test
    void assertions_about_a_call() {
        FakeCall call = ana.calls("+15005550100");
        assertThat(call)
                .isActive()
                .heard("¿Cómo")
                .lastHeard("fue?")
                .wasSpokenIn("es-MX")
                .listenedIn("es-MX")
                .didNotHear("adiós");
        assertThat(call).hasStatus("in-progress");
        assertThatThrownBy(() -> assertThat(call).ended())
                .hasMessageContaining("has not ended")
                .hasMessageContaining("< ¿Cómo fue?");
        assertThatThrownBy(() -> assertThat(call).heard("adiós")).hasMessageContaining("< ¿Cómo fue?");
        assertThatThrownBy(() -> assertThat(call).lastHeard("adiós")).hasMessageContaining("not the last");
        assertThatThrownBy(() -> assertThat(call).wasSpokenIn("fr-FR")).hasMessageContaining("[es-MX], not in fr-FR");
        assertThatThrownBy(() -> assertThat(call).listenedIn("fr-FR")).hasMessageContaining("[es-MX], not for fr-FR");
        assertThatThrownBy(() -> assertThat(call).didNotHear("fue")).hasMessageContaining("was heard");
        assertThatThrownBy(() -> assertThat(call).hasStatus("busy")).hasMessageContaining("in-progress, not busy");
        assertThatThrownBy(() -> assertThat(call).wasSpokenBy("Polly.Nobody")).hasMessageContaining("Polly.Nobody");
        call.hangsUp();
        assertThat(call).ended();
        assertThatThrownBy(() -> assertThat(call).isActive()).hasMessageContaining("has ended");
    }

    @Test
    void assertions_about_the_account() {
        ana.texts("hola");
        assertThat(twilio)
                .sentMessageTo(ana.number())
                .withBody("¡Hola!")
                .containing("Hola")
                .from("+15005550100");
        assertThat(twilio).hasNoAlerts().sentNothingTo("+33612345678");
        assertThatThrownBy(() -> assertThat(twilio).sentMessageTo("+33612345678"))
                .hasMessageContaining("TEXT");
        assertThatThrownBy(() -> assertThat(twilio).sentNothingTo(ana.number())).hasMessageContaining("was sent to");
        assertThatThrownBy(() -> assertThat(twilio).sentMessageTo(ana.number()).withBody("x"))
                .hasMessageContaining("¡Hola!");
        assertThatThrownBy(() -> assertThat(twilio).sentMessageTo(ana.number()).containing("x"))
                .hasMessageContaining("¡Hola!");
        assertThatThrownBy(() -> assertThat(twilio).sentMessageTo(ana.number()).from("x"))
                .hasMessageContaining("+15005550100");
        assertThatThrownBy(() -> assertThat(twilio).placedCallTo(ana.number())).hasMessageContaining("No call");
        assertThatThrownBy(() -> assertThat(twilio).hasAlert(12100)).hasMessageContaining("no 12100");
        assertThatThrownBy(() -> assertThat(twilio).wasAsked(1, "GET")).hasMessageContaining("0 requests, not 1");
        assertThat(twilio.log().of(LogEntry.Kind.WEBHOOK)).hasSize(1);
    }

    @Test
    void assertions_about_twiml() {
        VoiceTwiml twiml = VoiceTwiml.in(language("fr-FR"))
                .gather(gather -> gather.speech().say("Bonjour"));
        assertThat(twiml)
                .isCleanVoice()
                .isGather()
                .withLanguage("fr-FR")
                .with("input", "speech")
                .saying("Bonjour");
        assertThat(twiml).has("Say").saying("Bonjour");
        assertThat(twiml).hasNo("Hangup");
        assertThatTwiml(WebhookResponse.of(MessageTwiml.reply("x")))
                .isCleanMessaging()
                .is("Message")
                .saying("x");
        assertThatThrownBy(() -> assertThat(twiml).is("Say"))
                .hasMessageContaining("is not Say")
                .hasMessageContaining("<Gather");
        assertThatThrownBy(() -> assertThat(twiml).has("Dial")).hasMessageContaining("no Dial");
        assertThatThrownBy(() -> assertThat(twiml).hasNo("Say")).hasMessageContaining("a Say");
        assertThatThrownBy(() -> assertThat(twiml).isGather().withLanguage("es-MX"))
                .hasMessageContaining("fr-FR, not es-MX");
        assertThatThrownBy(() -> assertThat(twiml).saying("Hola")).hasMessageContaining("not spoken");
        assertThatThrownBy(() -> assertThatTwiml("<Response><Sai/></Response>").isCleanVoice())
                .hasMessageContaining("'Sai'");
        assertThatThrownBy(() -> assertThatTwiml("<Nonsense/>")).hasMessageContaining("12102");
    }
}
