package dev.parlance.examples.survey;

import dev.parlance.account.TwilioAccount;
import dev.parlance.prompt.PromptException;
import dev.parlance.security.LoginLimit;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.Secret;
import dev.parlance.settings.Settings;
import dev.parlance.settings.SettingsException;
import dev.parlance.settings.SettingsReader;
import dev.parlance.survey.DueReport;
import dev.parlance.survey.MessengerChannel;
import dev.parlance.survey.PlannedStep;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.definition.SurveyFolder;
import dev.parlance.survey.jdbc.JdbcDocuments;
import dev.parlance.survey.pages.ResultsPages;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.webhook.EventStream;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookServer;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A survey by text and call, in as many languages as there are prompt files. The survey is a folder: after a change to one of
 * its files, new respondents get the new version.
 */
public final class SurveyApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SurveyApp.class);
    private static final int MAX_UPCOMING = 100;
    private static final int INTERVAL_SECONDS = 2;

    private final TwilioAccount account;
    private final Secret token;
    private final Setup setup;
    private final Clock clock;
    private final DocumentStore store;
    private final Metrics metrics = new Metrics();
    private final EventStream news = EventStream.create();
    private final Pages pages = new Pages();
    private final Visitors visitors;
    private final WebChat chat;
    private final LoginLimit logins = LoginLimit.perMinute(10, 60, Clock.systemUTC());
    private final SurveyFolder folder;
    private final WebhookServer server;
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2);
    private volatile ActiveSurvey active;
    private volatile String folderState;

    /** The current survey and its routes. */
    private record ActiveSurvey(Surveys surveys, Router routes) {}

    /**
     * Starts the application.
     *
     * @param token the auth token, which signs Twilio's webhooks
     */
    SurveyApp(TwilioAccount account, Secret token, Setup setup, Clock clock) {
        this.account = account;
        this.token = token;
        this.setup = setup;
        this.clock = clock;
        this.visitors = new Visitors(setup.key(), setup.publicUrl(), pages);
        this.chat = new WebChat(new ChatLinks(setup.key(), clock));
        this.folder = SurveyFolder.at(setup.folder());
        this.folderState = folder.state();
        Survey survey = folder.load();
        this.store = JdbcDocuments.sqlite(setup.database());
        this.active = activate(survey);
        this.server = WebhookServer.start(
                setup.listen(), WebhookServer.DEFAULT_BODY_LIMIT, new CurrentRoutes(() -> active.routes()));
        scheduler.scheduleWithFixedDelay(this::doPeriodicWork, 1, INTERVAL_SECONDS, TimeUnit.SECONDS);
        scheduler.scheduleWithFixedDelay(
                () -> active.surveys().campaigns().task().run(), 1, 1, TimeUnit.SECONDS);
        LOG.atInfo()
                .addKeyValue("port", server.port())
                .addKeyValue("publicUrl", setup.publicUrl())
                .addKeyValue("survey", survey)
                .log("started");
    }

    private ActiveSurvey activate(Survey survey) {
        Surveys surveys = Surveys.builder(survey)
                .store(store)
                .textSender(account, URI.create(setup.publicUrl() + "/sms"))
                .callPlacer(account, URI.create(setup.publicUrl() + "/voice"))
                .mediaUrl(URI.create(setup.publicUrl() + "/media"))
                .channel(chat)
                .channel(MessengerChannel.whatsApp(account, account.contents())
                        .withWebhook(URI.create(setup.publicUrl() + "/whatsapp"))
                        .withClock(clock))
                .clock(clock)
                .onAnyEvent(event -> new EventReport(event).sendTo(metrics, news))
                .listenerExecutor(Runnable::run) // a report takes microseconds
                .build();
        SignedWebhooks signedWebhooks = SignedWebhooks.verifiedBy(TwilioSignature.of(token))
                .withPublicUrl(setup.publicUrl())
                .withListener(metrics::countRefusal);
        return new ActiveSurvey(
                surveys,
                new Routes(
                                surveys,
                                signedWebhooks,
                                visitors,
                                setup.dialPlan(),
                                logins,
                                new Health(store, setup.database(), clock),
                                metrics,
                                chat,
                                pages,
                                resultsPages(surveys))
                        .router());
    }

    /** What the periodic work will do next, the soonest first. */
    List<PlannedStep> upcoming() {
        return active.surveys().upcoming(MAX_UPCOMING);
    }

    // snippet: results-page
    private ResultsPages resultsPages(Surveys surveys) {
        return ResultsPages.of(surveys)
                .withLinks(setup.key(), clock)
                .withNews(news)
                .withStart("Text", "/sms/initiate-sms")
                .withStart("Call", "/voice/initiate-call")
                .withLink("Campaigns", "/campaigns");
    }
    // end

    /** Reloads a changed survey, sends reminders and ends expired sessions. */
    void doPeriodicWork() {
        try {
            reloadIfChanged();
            DueReport report = active.surveys().runDue();
            LOG.atDebug().addKeyValue("report", report).log("did what was due");
        } catch (RuntimeException | Error e) { // the scheduler stops calling a task that throws
            LOG.error("The periodic work failed and will be retried", e);
        }
    }

    /** Keeps the previous survey if the new one is invalid, and logs all its problems. */
    private void reloadIfChanged() {
        String state = folder.state();
        if (state.equals(folderState)) {
            return;
        }
        folderState = state;
        try {
            Survey survey = folder.load();
            if (!survey.revision().equals(active.surveys().survey().revision())) {
                active = activate(survey);
                LOG.atInfo().addKeyValue("survey", survey).log("The survey has changed");
                news.send("changed", "");
            }
        } catch (SurveyException | PromptException e) {
            LOG.warn("The changed survey is invalid and was not loaded. {}", e.getMessage());
        }
    }

    URI url() {
        return server.url();
    }

    /** Finishes the requests in progress and stops. */
    @Override
    public void close() {
        news.close();
        chat.close();
        server.close();
        scheduler.shutdown();
        try {
            if (!scheduler.awaitTermination(10, TimeUnit.SECONDS)) {
                scheduler.shutdownNow();
            }
        } catch (InterruptedException e) {
            scheduler.shutdownNow();
            Thread.currentThread().interrupt();
        }
        store.close();
        account.close();
        LOG.info("stopped");
    }

    /** Serves real numbers. Requires {@code TWILIO_ACCOUNT_SID}, {@code TWILIO_AUTH_TOKEN} and {@code TWILIO_PHONE_NUMBER}. */
    public static void main(String[] arguments) {
        try {
            Settings settings = Settings.standard();
            AccountSettings account = AccountSettings.from(settings);
            Secret token = token(settings);
            Setup setup = Setup.from(settings);
            SurveyApp app = new SurveyApp(open(account, settings), token, setup, Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(app::close));
        } catch (SettingsException | SurveyException | PromptException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** {@code TWILIO_BASE_URL} is the URL of a fake Twilio; {@code parlance simulate} sets it. */
    private static TwilioAccount open(AccountSettings account, Settings settings) {
        TwilioAccount.Builder builder = TwilioAccount.builder(account);
        settings.find("TWILIO_BASE_URL").map(URI::create).ifPresent(builder::baseUrl);
        return builder.build();
    }

    /** The auth token is always required, because an API key cannot verify Twilio's signatures. */
    private static Secret token(Settings settings) {
        SettingsReader read = settings.reader();
        Optional<Secret> token =
                read.required("TWILIO_AUTH_TOKEN", "the auth token, which signs Twilio's webhooks", Secret::of);
        read.failOnProblems();
        return token.orElseThrow();
    }
}
