package dev.parlance.examples.coffee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.outbound.PhoneCall;
import dev.parlance.outbound.TextMessage;
import dev.parlance.prompt.Language;
import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.jdbc.JdbcDocuments;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.IncomingCall;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code in the README, run. */
class ReadmeTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @TempDir
    Path folder;

    private final FakePhone ana = twilio.phone("+5215512345678");
    private final Survey survey = CoffeeSurvey.survey();
    private TwilioAccount account;

    @BeforeEach
    void open() {
        twilio.number("+15005550100").onText("https://app.example/sms").onCall("https://app.example/voice");
        account = TwilioAccount.builder(twilio.settings()).baseUrl(twilio.url()).build();
    }

    @AfterEach
    void close() {
        account.close();
    }

    // snippet: language
    final Prompts prompts = Prompts.from(PromptSource.classpath(ReadmeTest.class, "survey/prompts"));

    WebhookResponse answer(WebhookRequest request) {
        boolean isMexican = IncomingCall.of(request).person().value().startsWith("+52");
        Language language = prompts.in(isMexican ? "es-MX" : "en-GB");
        return WebhookResponse.of(
                VoiceTwiml.in(language).prompt("welcome", "name", "Ana").hangup());
    }
    // end

    @Test
    void a_caller_hears_their_language() {
        twilio.mount("https://app.example", this::answer);

        ana.calls("+15005550100").hears("¡Hola, Ana!");
    }

    @Test
    void a_forged_webhook_is_refused() {
        Router router = Router.create();
        Secret authToken = twilio.authToken();

        // snippet: signed
        SignedWebhooks signedWebhooks = SignedWebhooks.verifiedBy(TwilioSignature.of(authToken))
                .withPublicUrl(URI.create("https://hooks.example.com"));
        WebhookHandler handler = signedWebhooks.handler(router);
        // end

        assertThat(handler.respond(WebhookRequest.post("https://hooks.example.com/sms")
                                .withForm("Body", "hello"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_survey_is_answered_by_text_and_by_call() {
        try (DocumentStore store = JdbcDocuments.sqlite(folder.resolve("surveys.db"))) {
            // snippet: survey
            Surveys surveys = Surveys.builder(survey)
                    .store(store) // SQLite, PostgreSQL, DynamoDB or S3
                    .textSender(account)
                    .build();
            Router router = Router.create().post("/sms", surveys.textWebhook()).post("/voice", surveys.voiceWebhook());
            // end
            twilio.mount("https://app.example", router);

            ana.texts("hola")
                    .receives("Para Español, responda 2.")
                    .texts("2")
                    .receives("¿Cómo estuvo su café, de 1 a 5?")
                    .texts("5")
                    .receives("¿Qué tomó?");
            ana.calls("+15005550100").hears("¿Qué tomó?");
        }
    }

    @Test
    void people_get_a_text_and_a_call() {
        twilio.mount("https://app.example", this::answer);

        // snippet: send
        account.send(TextMessage.to(Address.of("+5215512345678"), "Your table is ready."));
        account.place(
                PhoneCall.to(Address.of("+5215512345678")).withTwimlFrom(URI.create("https://app.example/voice")));
        // end

        ana.receives("Your table is ready.");
        ana.answers().hears("¡Hola, Ana!");
    }

    @Test
    void a_test_calls_and_texts() {
        try (DocumentStore store = JdbcDocuments.sqlite(folder.resolve("surveys.db"))) {
            Surveys surveys = Surveys.builder(survey).store(store).build();
            twilio.mount("https://app.example", Router.create().post("/voice", surveys.voiceWebhook()));

            // snippet: test
            ana.calls("+15005550100")
                    .hears("Para Español, marque 2.")
                    .presses("2")
                    .hears("¿Cómo estuvo su café")
                    .presses("5")
                    .hears("¿Qué tomó?")
                    .says("latte")
                    .hears("¿Recomendaría nuestro Latte a un amigo");
            // end
        }
    }
}
