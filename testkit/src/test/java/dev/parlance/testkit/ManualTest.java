package dev.parlance.testkit;

import static dev.parlance.testkit.TwilioAssertions.assertThat;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakeLocation;
import dev.parlance.fake.twilio.FakeMedia;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeText;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.LineType;
import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.fake.twilio.fault.WebhookFault;
import dev.parlance.fake.twilio.log.WebhookExchange;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets in docs/TESTING.md. */
class ManualTest {
    // snippet: field
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();
    // end

    private final Router app = Router.create()
            .post(
                    "/sms",
                    request -> WebhookResponse.text(
                            switch (IncomingMessage.of(request).body()) {
                                case "hola" -> "Hola, ¿cómo fue, del 1 al 5?";
                                case "4" -> "¡Gracias!";
                                default -> "Un número entre 1 y 5, por favor.";
                            }))
            .post(
                    "/voice",
                    request -> voice(
                            "<Gather numDigits='1' action='/rated'><Say language='es-MX'>¿Cómo fue?</Say></Gather>"))
            .post(
                    "/rated",
                    request -> voice(
                            "<Gather input='speech' language='es-MX' action='/thanks'><Say language='es-MX'>¿Por qué?</Say></Gather>"))
            .post("/thanks", request -> voice("<Say language='es-MX'>¡Gracias!</Say>"));

    private static WebhookResponse voice(String verbs) {
        return WebhookResponse.bytes(
                "text/xml", ("<Response>" + verbs + "</Response>").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @BeforeEach
    void setUp() {
        twilio.mount("https://app.example", app);
        twilio.number("+15005550100").onText("https://app.example/sms").onCall("https://app.example/voice");
    }

    @Test
    void a_person_texts_a_running_application() {
        // snippet: server
        try (WebhookServer server = WebhookServer.start(0, app)) {
            twilio.number("+15005550100").onText(server.url().resolve("/sms"));

            FakePhone ana = twilio.phone("+5215512345678");
            ana.texts("hola").receives("¿cómo fue");
            ana.texts("97");

            assertThat(ana).lastText().contains("entre 1 y 5");
        }
        // end
    }

    @Test
    void a_person_texts_a_handler_without_a_server() {
        // snippet: handler
        twilio.mount("https://app.example", app);
        twilio.number("+15005550100").onText("https://app.example/sms").onCall("https://app.example/voice");
        // end
        twilio.phone("+5215512345678").texts("hola").receives("¿cómo fue");
    }

    @Test
    void people_text() {
        // snippet: texting
        FakePhone ana = twilio.phone("+5215512345678").livesIn("CIUDAD DE MEXICO", "CDMX", "06000");
        ana.texts("hola").receives("¿cómo fue"); // the next text contains this
        FakeText answer = ana.texts("4").receives(); // returns the next text
        ana.texts("mira", FakeMedia.of("image/png", new byte[] {1, 2, 3}));
        ana.texts("STOP"); // Twilio handles it, and the application receives it too
        twilio.phone("whatsapp:+5215512345678").isNamed("Ana");
        // end
        assertThat(answer).withBody("¡Gracias!");
    }

    @Test
    void people_tap_buttons() {
        twilio.mount("https://rich.example", RichReplies.with(twilio));
        // snippet: rich
        twilio.number("whatsapp:+15005550100").onText("https://rich.example/sms");
        FakePhone ana = twilio.phone("+5215512345678").onWhatsApp();
        ana.texts("hi"); // opens the window of 24 hours

        assertThat(ana.lastMessage()).withBody("Ready?").hasButtons("Yes", "No");
        ana.taps("Yes"); // ButtonText, ButtonPayload; a list: ana.picks("Latte")
        ana.sends(FakeLocation.of(19.43, -99.13));
        ana.reads(); // status callbacks with "read"

        twilio.content("welcome").rejects("Too vague"); // or approves(), waits(), pauses()
        twilio.phone("+5215512345678").hasNoWhatsApp(); // messages fail with 63024
        // end
    }

    @Test
    void people_make_and_receive_calls() {
        // snippet: calling
        FakePhone ana = twilio.phone("+5215512345678");
        FakeCall call = ana.calls("+15005550100");
        call.hears("¿Cómo fue?").presses("4").hears("¿Por qué?").says("me gustó", 0.93);

        assertThat(call).ended().lastHeard("¡Gracias!").wasSpokenIn("es-MX").listenedIn("es-MX");
        // end
        placeCall();
        // snippet: called
        FakeCall incoming = ana.answers(); // or ana.declines(); or earlier: ana.isBusy(), ana.hasVoicemail("…")
        incoming.hears("¿Cómo fue?").staysSilent();
        // end
        assertThat(incoming).ended();
    }

    private static void placeCall() {
        Rest rest = new Rest(twilio, "api.twilio.com");
        rest.post(
                rest.account() + "/Calls.json",
                "To",
                "+5215512345678",
                "From",
                "+15005550100",
                "Url",
                "https://app.example/voice");
    }

    @Test
    void twiml_is_checked() {
        VoiceTwiml twiml = VoiceTwiml.create().gather(gather -> gather.speech().action("/rated"));
        // snippet: twiml
        assertThat(twiml).isCleanVoice().isGather().with("input", "speech").with("action", "/rated");
        // end
    }

    @Test
    void a_code_arrives() {
        // snippet: verify
        String service = twilio.verifyService("Acme"); // for your application's settings
        // end
        var verify = new Rest(twilio, "verify.twilio.com");
        String verifications = "/v2/Services/" + service + "/Verifications";
        FakePhone ana = twilio.phone("+5215512345678");
        verify.post(verifications, "To", ana.number(), "Channel", "sms");
        verify.post(verifications, "To", ana.number(), "Channel", "call");
        // snippet: code
        String code = ana.receivedCode(); // from a text, from WhatsApp by twilio.phone("whatsapp:+52…"), or from a mail
        String sameCode = ana.answers().presses("1").heardCode(); // from a call
        // end
        assertThat(sameCode).isEqualTo(code);
    }

    @Test
    void a_number_is_looked_up() {
        // snippet: lookup
        FakePhone ana = twilio.phone("+14155550123").isNamed("Ana García").hasLine(LineType.MOBILE, "Example Mobile");
        ana.changesOwner(); // the number is reassigned, for those who verified it before
        ana.changesSim();
        ana.isLandline();
        // end
        var found = new Rest(twilio, "lookups.twilio.com")
                .get("/v2/PhoneNumbers/+14155550123?Fields=caller_name,line_type_intelligence");
        assertThat(found.json().at("/caller_name/caller_name").asText()).isEqualTo("ANA GARCÍA");
        assertThat(found.json().at("/line_type_intelligence/type").asText()).isEqualTo("landline");
    }

    @Test
    void faults_are_injected() {
        FakePhone ana = twilio.phone("+5215512345678");
        // snippet: faults
        twilio.failNext("POST *Messages.json", ApiFault.rateLimited(Duration.ofSeconds(2)));
        twilio.failNext("POST *Messages.json", ApiFault.DROPPED_AFTER_THE_EFFECT);
        twilio.failNextWebhook("*/sms", WebhookFault.TWICE_AT_ONCE);
        ana.losesReception(); // texts to her are undelivered, with error 30003
        // end
        ana.hasReception().texts("hola").receives("¿cómo fue");
        // snippet: held
        twilio.failNextWebhook("*/sms", WebhookFault.HELD);
        ana.texts("4").texts("hola"); // the second arrives first
        twilio.releaseHeld();
        twilio.concurrently(() -> ana.texts("4"), () -> ana.texts("4"));
        // end
        assertThat(ana).hasReceived(5);
        // snippet: time
        twilio.advance(Duration.ofHours(2)); // the application goes by twilio.clock()
        // end
    }

    @Test
    void a_webhook_is_inspected() {
        twilio.phone("+5215512345678").texts("hola");
        // snippet: webhooks
        WebhookExchange last = twilio.log().webhooks().get(0);
        assertThat(last.request().parameters().required("Body")).isEqualTo("hola");
        assertThat(last.status()).isEqualTo(200);
        // end
    }

    @Test
    void a_script_is_played(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("rating.txt"), """
                +5215512345678 > hola
                               < Hola, ¿cómo fue…
                               > 97
                               < …entre 1 y 5…
                +5215512345678 calls +15005550100
                               < ¿Cómo fue?
                               > [presses 4]
                               < ¿Por qué?
                               > me gustó
                               < ¡Gracias!
                """);
        // snippet: script
        ConversationScript.in(folder).forEach(script -> script.play(twilio));
        // end
    }

    @Test
    void twilios_sdk_uses_the_fake() {
        // snippet: sdk
        HttpClientBuilder http = HttpClientBuilder.create()
                .setProxy(HttpHost.create(twilio.proxyUrl()))
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(twilio.sslContext()))
                        .build());
        TwilioRestClient client = new TwilioRestClient.Builder(
                        twilio.accountSid(), twilio.authToken().reveal())
                .httpClient(new NetworkHttpClient(http))
                .build();
        // end
        Message.creator(new PhoneNumber("+5215512345678"), new PhoneNumber("+15005550100"), "hola")
                .create(client);
        // snippet: sent
        assertThat(twilio).sentMessageTo("+5215512345678").withBody("hola");
        // end
    }
}
