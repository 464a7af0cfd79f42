package dev.parlance.examples.coffee;

import dev.parlance.account.TwilioAccount;
import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import dev.parlance.security.Signed;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.Secret;
import dev.parlance.settings.Settings;
import dev.parlance.survey.Access;
import dev.parlance.survey.Initiation;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.jdbc.JdbcDocuments;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A survey about coffee by text and call, in English and Spanish. */
public final class CoffeeSurvey {
    private CoffeeSurvey() {}

    // snippet: survey
    static Survey survey() {
        Prompts prompts = Prompts.from(PromptSource.classpath(CoffeeSurvey.class, "prompts"));
        return Survey.parse("survey.json", resource("/survey/survey.json"), prompts);
    }
    // end

    // snippet: surveys
    static Surveys surveys(TwilioAccount account, DocumentStore store, URI publicUrl, Clock clock) {
        return Surveys.of(survey())
                .store(store)
                .texts(account)
                .calls(account, publicUrl.resolve("/voice"))
                .clock(clock)
                .build();
    }

    static Router routes(Surveys surveys, Signed signed, Access access) {
        WebhookHandler texts = signed.handler(surveys.textWebhook());
        WebhookHandler calls = signed.handler(surveys.voiceWebhook());
        return Router.create()
                .post("/sms", texts)
                .post("/voice", calls)
                .post("/begin/text", Initiation.byText(surveys, access, 60))
                .post("/begin/call", Initiation.byCall(surveys, access, 60));
    }
    // end

    /**
     * Listens on port 8080. Needs {@code TWILIO_ACCOUNT_SID}, {@code TWILIO_AUTH_TOKEN}, {@code TWILIO_PHONE_NUMBER}, {@code
     * PUBLIC_URL} (this server's URL on the internet) and {@code BEGIN_KEY} (the key for contacting people).
     */
    // snippet: main
    public static void main(String[] arguments) {
        Settings settings = Settings.standard();
        URI publicUrl = URI.create(settings.find("PUBLIC_URL").orElse("http://localhost:8080"));
        AccountSettings account = AccountSettings.from(settings);
        TwilioAccount twilio = TwilioAccount.open(account);
        DocumentStore store = JdbcDocuments.sqlite(Path.of("coffee.db"));
        Surveys surveys = surveys(twilio, store, publicUrl, Clock.systemUTC());
        Signed signed = Signed.by(TwilioSignature.withToken(
                        account.authToken().orElseThrow().reveal()))
                .publicUrl(publicUrl.toString());
        Access access = Access.bearer(Secret.of(settings.find("BEGIN_KEY").orElseThrow()));

        WebhookServer server = WebhookServer.start(8080, routes(surveys, signed, access));
        ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor();
        sweeper.scheduleWithFixedDelay(() -> sweep(surveys), 1, 1, TimeUnit.MINUTES);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            sweeper.shutdown();
            store.close();
            twilio.close();
        }));
    }

    /** Catches everything, because the scheduler stops calling a task that throws. */
    static void sweep(Surveys surveys) {
        try {
            surveys.due(Clock.systemUTC().instant());
        } catch (RuntimeException | Error e) {
            System.getLogger("coffee").log(Level.ERROR, "The sweep failed. Retrying in a minute", e);
        }
    }
    // end

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(CoffeeSurvey.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
