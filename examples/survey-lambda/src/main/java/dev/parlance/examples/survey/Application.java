package dev.parlance.examples.survey;

import dev.parlance.account.TwilioAccount;
import dev.parlance.account.browser.DialPlan;
import dev.parlance.aws.dynamodb.DynamoDbDocuments;
import dev.parlance.aws.events.EventBridgeEvents;
import dev.parlance.aws.s3.BucketSurvey;
import dev.parlance.aws.s3.S3Documents;
import dev.parlance.aws.s3.S3Results;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.Secret;
import dev.parlance.survey.CallerAuth;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.webhook.WebhookHandler;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The survey in one instance of a function. Picks up a changed survey from the bucket within a minute, for respondents who
 * start after that.
 */
final class Application {
    private final Setup setup;
    private final S3Client s3 = Clients.s3();
    private final DocumentStore store;
    private final BucketSurvey bucket;
    private TwilioAccount account;
    private Surveys surveys;

    Application(Setup setup) {
        this.setup = setup;
        this.store = setup.table()
                .<DocumentStore>map(
                        table -> DynamoDbDocuments.in(Clients.dynamoDb(), table).withExpiry(Duration.ofDays(400)))
                .orElseGet(() -> S3Documents.in(s3, setup.bucket()));
        this.bucket = BucketSurvey.in(s3, setup.bucket()).withDefaultLanguage(setup.defaultLanguage());
    }

    /** A webhook of the current survey that accepts requests signed by Twilio with these methods. */
    WebhookHandler signed(Function<Surveys, WebhookHandler> webhook, String... methods) {
        return SignedWebhooks.verifiedBy(TwilioSignature.of(setup.parameters().rotating("TWILIO_AUTH_TOKEN")))
                .withMethods(methods)
                .handler(current(webhook));
    }

    /** A webhook of the current survey. Creates the handler again when the survey changes. */
    WebhookHandler current(Function<Surveys, WebhookHandler> webhook) {
        AtomicReference<CachedHandler> cached = new AtomicReference<>();
        return request -> {
            Surveys now = surveys();
            return cached.updateAndGet(before -> before != null && before.surveys() == now
                            ? before
                            : new CachedHandler(now, webhook.apply(now)))
                    .handler()
                    .handle(request);
        };
    }

    private record CachedHandler(Surveys surveys, WebhookHandler handler) {}

    /** The key for contacting people. A changed key takes effect within five minutes. */
    CallerAuth access() {
        return request ->
                CallerAuth.bearer(Secret.of(setup.required("SURVEY_KEY"))).caller(request);
    }

    /** The numbers that can be contacted. */
    DialPlan dialPlan() {
        return DialPlan.allow(setup.required("PHONE_COUNTRIES").strip().split("\\s*,\\s*"));
    }

    /** The current survey. */
    synchronized Surveys surveys() {
        Survey current = bucket.current();
        if (surveys == null || !surveys.survey().revision().equals(current.revision())) {
            surveys = surveys(current);
        }
        return surveys;
    }

    /** Opens the account only when something is sent, so that webhooks don't wait for Twilio's library to load. */
    private Surveys surveys(Survey survey) {
        EventBridgeEvents events = EventBridgeEvents.to(Clients.eventBridge(), setup.bus())
                .withTemplateFormat(survey)
                .withNames(setup.eventSource(), setup.eventType());
        S3Results results = S3Results.in(s3, setup.bucket(), () -> survey);
        return Surveys.builder(survey)
                .store(store)
                .earlierResults(results)
                .textSender(text -> account().send(text))
                .callPlacer(
                        call -> account().place(call),
                        URI.create(setup.required("PUBLIC_URL") + "/voice/initial-message"))
                .eventSink(results)
                .eventSink(events)
                .build();
    }

    /** The account, with the number or messaging service of the settings. */
    synchronized TwilioAccount account() {
        if (account == null) {
            TwilioAccount.Builder builder = TwilioAccount.builder(AccountSettings.from(setup.settings()));
            setup.settings().find("TWILIO_BASE_URL").map(URI::create).ifPresent(builder::baseUrl);
            account = builder.build();
        }
        return account;
    }
}
