package dev.parlance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.outbound.TextMessage;
import dev.parlance.prompt.Language;
import dev.parlance.prompt.PromptCheck;
import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import dev.parlance.prompt.SmsText;
import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.Settings;
import dev.parlance.settings.SettingsReader;
import dev.parlance.settings.SettingsSource;
import dev.parlance.translation.TranslationImport;
import dev.parlance.translation.TranslationSheet;
import dev.parlance.translation.TranslationState;
import dev.parlance.translation.Translations;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.EventStream;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.ServerLimits;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the code of docs/PROMPTS.md and docs/WEBHOOKS.md. */
class ManualTest {
    @TempDir
    Path folder;

    @BeforeEach
    void two_languages() throws IOException {
        Files.writeString(folder.resolve("en-US.env"), """
                voice=Polly.Joanna
                greeting=Hello, {name}!
                question.rate=How was it, from 1 to 5?
                """);
        Files.writeString(folder.resolve("es-MX.env"), """
                voice=Polly.Mia
                greeting=¡Hola, {name}!
                question.rate=¿Cómo estuvo, de 1 a 5?
                """);
    }

    @Test
    void prompts_are_loaded_and_rendered() {
        // snippet: prompts
        Prompts prompts = Prompts.from(folder);
        Language spanish = prompts.in("es-AR"); // es-MX, because there is no es-AR
        String text = spanish.text("greeting", "name", "Ana");
        // end
        assertThat(spanish.tag() + " " + text).isEqualTo("es-MX ¡Hola, Ana!");
    }

    @Test
    void a_message_has_the_pictures_of_a_prompt() {
        Prompts prompts = Prompts.of(Map.of(
                "en-US", Map.of("welcome", "Hello!", "welcome.image", "https://media.example.com/hello-4f1c9a.png")));
        Address person = Address.of("+15005550006");
        // snippet: pictures
        Language language = prompts.in("en-US");
        List<URI> pictures =
                language.pictures("welcome").stream().map(URI::create).toList();
        TextMessage message = TextMessage.to(person, language.text("welcome"), pictures);
        // end
        assertThat(message.media()).containsExactly(URI.create("https://media.example.com/hello-4f1c9a.png"));
    }

    @Test
    void prompts_are_translated() throws IOException {
        Files.writeString(folder.resolve("es-MX.env"), "voice=Polly.Mia\nquestion.rate=¿Cómo estuvo, de 1 a 5?\n");
        Path file = folder.resolve("es-MX.xlf");

        // snippet: translations
        Translations translations = Translations.of(folder);
        TranslationSheet spanish = translations.to("es-MX");
        long missing = spanish.count(TranslationState.MISSING);
        Files.writeString(file, spanish.toXliff()); // or toCsv()

        TranslationImport translated = translations.read(file);
        translated.warnings().forEach(System.out::println);
        translated.write(); // throws if there are problems, and then writes nothing
        // end
        assertThat(missing).isEqualTo(1);
        assertThat(translated.changes()).isEmpty();
    }

    @Test
    void prompts_are_read_with_options() {
        // snippet: options
        Prompts prompts = Prompts.builder(PromptSource.folder(folder))
                .defaultLanguage("es-MX") // default: the only language, or English
                .allowVoice("Polly.Newcomer") // a voice that is too new for the library's list
                .build();
        // end
        assertThat(prompts.in("fr").tag()).isEqualTo("es-MX");
    }

    // snippet: check
    @Test
    void the_prompts_are_complete() {
        PromptCheck check = Prompts.builder(PromptSource.folder(folder)).check();

        check.failOnErrors(); // problems that keep them from loading
        check.failOnWarnings(); // and warnings, for example texts that cost more than in the default language
    }
    // end

    @Test
    void prompts_are_refreshed() {
        Prompts prompts = Prompts.from(folder);
        // snippet: refresh
        prompts = prompts.refresh(); // the same object if no file changed; throws if a file has errors
        // end
        assertThat(prompts.languages()).hasSize(2);
    }

    @Test
    void the_cost_of_a_text_is_counted() {
        // snippet: cost
        SmsText cost = SmsText.of("¿Cómo estás?");
        List<String> nonGsm7 = cost.forcingUcs2(); // ó, á: they force UCS-2, with 70 characters per segment
        List<String> parts = SmsText.split("a long text", SmsText.MAX_LENGTH);
        // end
        assertThat(cost.segments()).isEqualTo(1);
        assertThat(nonGsm7).containsExactly("ó", "á");
        assertThat(parts).containsExactly("a long text");
    }

    @Test
    void a_handler_works_without_a_server() {
        Prompts prompts = Prompts.from(folder);
        // snippet: handler
        WebhookHandler greet = request -> {
            IncomingMessage message = IncomingMessage.of(request);
            Language language = prompts.in(message.body());
            return WebhookResponse.of(MessageTwiml.in(language).prompt("greeting", "name", "Ana"));
        };
        // end
        // snippet: call
        WebhookResponse response = greet.respond(WebhookRequest.post("https://hooks.example.com/sms")
                .withForm("MessageSid", "SM0", "From", "+15005550006", "To", "12345", "Body", "es"));
        // end
        assertThat(response.bodyText()).contains("<Message>¡Hola, Ana!</Message>");
    }

    @Test
    void a_server_serves_routes() {
        WebhookHandler sms = request -> WebhookResponse.of(MessageTwiml.reply("Hello"));
        // snippet: server
        Router router = Router.create()
                .post("/sms", sms)
                .get("/surveys/{id}", request -> WebhookResponse.text("survey " + request.pathVariable("id")));

        try (WebhookServer server = WebhookServer.start(0, router)) {
            System.out.println("Listening on " + server.url());
        }
        // end
        assertThat(router.respond(WebhookRequest.get("https://hooks.example.com/surveys/7"))
                        .bodyText())
                .isEqualTo("survey 7");
    }

    @Test
    void limits_can_be_set() {
        Router router = Router.create();
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        // snippet: limits
        ServerLimits behindProxy = ServerLimits.defaults().withMaxConnectionsPerAddress(1_024);
        WebhookServer server = WebhookServer.start(address, behindProxy, router);
        // end
        server.close();
    }

    @Test
    void bodies_are_streamed_and_events_are_pushed() {
        Router router = Router.create();
        // snippet: streams
        EventStream news = EventStream.create();
        router.get("/news", news); // in a page: new EventSource("/news")
        router.get("/answers.csv", request -> WebhookResponse.streamed("text/csv", out -> writeAnswers(out)));

        news.send("answered", "{\"question\": \"taste\"}");
        // end
        assertThat(router.respond(WebhookRequest.get("https://hooks.example.com/answers.csv"))
                        .bodyText())
                .isEqualTo("taste,5\n");
    }

    private static void writeAnswers(OutputStream out) throws IOException {
        out.write("taste,5\n".getBytes(UTF_8));
    }

    @Test
    void a_refusal_has_a_status() {
        // snippet: refusal
        WebhookHandler guarded = request -> {
            if (request.header("X-Key").isEmpty()) {
                throw new WebhookException(401, "Send your key in the header X-Key.");
            }
            return WebhookResponse.noContent();
        };
        // end
        assertThat(guarded.respond(WebhookRequest.get("https://hooks.example.com/"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void twiml_is_built() {
        Language spanish = Prompts.from(folder).in("es-MX");
        // snippet: twiml
        VoiceTwiml answer = VoiceTwiml.in(spanish)
                .prompt("greeting", "name", "Ana") // a prompt, in the language's voice
                .gather(g -> g.action("/answer").digits(1).speech().prompt("question.rate"))
                .say("Adiós") // literal text
                .element("Pay", pay -> pay.attribute("chargeAmount", "20.45")) // a verb without a method
                .hangup();
        // end
        assertThat(answer.toXml())
                .contains("<Say language=\"es-MX\" voice=\"Polly.Mia\">¡Hola, Ana!</Say>", "input=\"dtmf speech\"");
    }

    @Test
    void settings_are_read() {
        String sid = "AC" + "0".repeat(32);
        SettingsSource source = SettingsSource.of(
                "a test",
                Map.of(
                        "TWILIO_ACCOUNT_SID",
                        sid,
                        "TWILIO_AUTH_TOKEN",
                        "0".repeat(32),
                        "PUBLIC_URL",
                        "https://hooks.example.com"));
        // snippet: settings
        Settings settings = Settings.from(SettingsSource.environment(), source); // or Settings.standard()
        AccountSettings account = AccountSettings.from(settings);

        SettingsReader read = settings.reader();
        Optional<URI> url = read.required("PUBLIC_URL", "an https URL", URI::create);
        Optional<Integer> port = read.optional("PORT", "a number", Integer::valueOf);
        read.failOnProblems(); // reports all problems at once
        // end
        assertThat(account.accountSid()).isEqualTo(sid);
        assertThat(url).isPresent();
        assertThat(port).isEmpty();
    }
}
