package dev.parlance.examples.coffee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.survey.CallerAuth;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.jdbc.JdbcDocuments;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ConversationScript;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookRequest;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

// snippet: test
class CoffeeSurveyTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @TempDir
    private Path folder;

    private DocumentStore store;
    private TwilioAccount account;
    private Surveys surveys;
    private Router routes;

    @BeforeEach
    void start() {
        twilio.number("+15005550100").onText("https://coffee.example/sms").onCall("https://coffee.example/voice");
        store = JdbcDocuments.sqlite(folder.resolve("coffee.db"));
        account = TwilioAccount.builder(twilio.settings()).baseUrl(twilio.url()).build();
        surveys = CoffeeSurvey.surveys(account, store, URI.create("https://coffee.example"), twilio.clock());
        SignedWebhooks signedWebhooks = SignedWebhooks.verifiedBy(TwilioSignature.of(twilio.authToken()))
                .withPublicUrl(URI.create("https://coffee.example"));
        routes = CoffeeSurvey.routes(surveys, signedWebhooks, CallerAuth.bearer(Secret.of("test key")));
        twilio.mount("https://coffee.example", routes);
    }

    @AfterEach
    void stop() {
        store.close();
        account.close();
    }

    static List<ConversationScript> conversations() {
        return ConversationScript.in(Path.of("src/test/conversations"));
    }

    @ParameterizedTest
    @MethodSource("conversations")
    void a_conversation_follows_its_script(ConversationScript script) {
        script.play(twilio);
    }

    @Test
    void another_application_can_contact_someone() {
        twilio.advance(Duration.ofHours(6)); // noon in London, night in Mexico
        routes.respond(WebhookRequest.post("https://coffee.example/begin/text")
                .withHeader("Authorization", "Bearer test key")
                .withForm("To", "+5215512345678", "defaultLanguage", "es-MX"));

        twilio.phone("+5215512345678").receives("¡Hola, dear guest!").texts("5").receives("¿Qué tomó?");

        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        surveys.results().csv(csv);
        assertThat(csv.toString(StandardCharsets.UTF_8)).contains("+5215512345678,PARTIAL,es-MX,text");
    }
}
// end
