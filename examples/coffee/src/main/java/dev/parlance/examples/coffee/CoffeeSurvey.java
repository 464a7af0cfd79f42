package dev.parlance.examples.coffee;

import dev.parlance.account.TwilioAccount;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.Secret;
import dev.parlance.settings.Settings;
import dev.parlance.survey.CallerAuth;
import dev.parlance.survey.StartSurveyHandler;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyFolder;
import dev.parlance.survey.jdbc.JdbcDocuments;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A survey about coffee by text and call, in English and Spanish. */
public final class CoffeeSurvey {
    private CoffeeSurvey() {}

    // snippet: survey
    static Survey survey() {
        return SurveyFolder.classpath(CoffeeSurvey.class, "survey").load();
    }
    // end

    // snippet: surveys
    static Surveys surveys(TwilioAccount account, DocumentStore store, URI publicUrl, Clock clock) {
        return Surveys.builder(survey())
                .store(store)
                .textSender(account)
                .callPlacer(account, publicUrl.resolve("/voice"))
                .clock(clock)
                .build();
    }

    static Router routes(Surveys surveys, SignedWebhooks signedWebhooks, CallerAuth auth) {
        WebhookHandler texts = signedWebhooks.handler(surveys.textWebhook());
        WebhookHandler calls = signedWebhooks.handler(surveys.voiceWebhook());
        return Router.create()
                .post("/sms", texts)
                .post("/voice", calls)
                .post("/begin/text", StartSurveyHandler.byText(surveys, auth, 60))
                .post("/begin/call", StartSurveyHandler.byCall(surveys, auth, 60));
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
        SignedWebhooks signedWebhooks = SignedWebhooks.verifiedBy(
                        TwilioSignature.of(account.authToken().orElseThrow()))
                .withPublicUrl(publicUrl);
        CallerAuth auth = CallerAuth.bearer(Secret.of(settings.find("BEGIN_KEY").orElseThrow()));

        WebhookServer server = WebhookServer.start(8080, routes(surveys, signedWebhooks, auth));
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        scheduler.scheduleWithFixedDelay(surveys.dueTask(), 1, 1, TimeUnit.MINUTES);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            scheduler.shutdown();
            store.close();
            twilio.close();
        }));
    }
    // end
}
