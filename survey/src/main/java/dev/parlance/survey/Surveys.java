package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.analysis.Analyses;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.results.Results;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.state.PersonHash;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.webhook.WebhookHandler;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Runs a survey by text and by call. Thread-safe; several machines can share a store. Close it when the application ends.
 *
 * <pre>{@code
 * Surveys surveys = Surveys.builder(survey)
 *         .store(JdbcDocuments.sqlite(Path.of("surveys.db")))
 *         .textSender(account)
 *         .callPlacer(account, URI.create("https://hooks.example.com/voice"))
 *         .on(SurveyEvent.Type.COMPLETED, event -> System.out.println(event.session()))
 *         .build();
 *
 * SignedWebhooks signed = SignedWebhooks.verifiedBy(signature);
 * router.post("/sms", signed.handler(surveys.textWebhook()));
 * router.post("/voice", signed.handler(surveys.voiceWebhook()));
 * surveys.start(Channel.TEXT, Address.of("+5215512345678"), Invitation.in("es-MX").withVariable("orderId", "A-17"));
 * surveys.runDue(); // reminders and expiry, from any scheduler
 * surveys.results().csv(System.out);
 * }</pre>
 *
 * <p>Listeners run in up to four threads, which end when they are idle ({@link SurveysBuilder#listenerExecutor}); {@link
 * Results#prepareAnalysis} starts one until it is ready; it starts no others. Protect the webhooks with a signature check, as above.
 */
public final class Surveys implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Surveys.class.getName());
    private static final int MAX_SESSIONS_PER_RUN = 10_000;
    /** Slow servers must not keep reminders waiting. */
    private static final Duration TIME_FOR_REQUESTS = Duration.ofSeconds(20);

    private final DocumentStore store;
    private final int maxExpired;
    private final Engine engine;
    private final Claims claims;
    private final Calling calling;
    private final AgentCalls agents;
    private final Outreach outreach;
    private final Runs runs;
    private final List<Executor> executors;
    private final Campaigns campaigns;
    private final Analyses analyses;

    Surveys(SurveysBuilder settings) {
        this.executors = List.of(settings.executor, settings.requestExecutor);
        this.store = settings.store;
        this.maxExpired = settings.maxExpired;
        this.engine = new Engine(settings);
        this.claims = new Claims(engine);
        this.calling = new Calling(engine, claims);
        this.agents = new AgentCalls(store, engine);
        this.runs = new Runs(store, engine, claims);
        DailyCounts daily = new DailyCounts(store, engine.clock, settings.dailyLimits);
        ContactingCampaigns contacting = new ContactingCampaigns(store);
        DailyGate gate = new DailyGate(contacting, daily);
        this.outreach = new Outreach(engine, claims, calling, runs, gate, contacting, settings);
        this.campaigns = new Campaigns(engine, outreach, daily, settings);
        this.analyses = Analyses.of(store, engine.revisions.current(), engine.revisions::of, Contacts.in(store)::of);
    }

    /** Starts building a {@code Surveys} for this survey. */
    public static SurveysBuilder builder(Survey survey) {
        return new SurveysBuilder(survey);
    }

    String name() {
        return survey().name();
    }

    Engine engine() {
        return engine;
    }

    Claims claims() {
        return claims;
    }

    DocumentStore store() {
        return store;
    }

    Clock clock() {
        return engine.clock;
    }

    /** The survey in its current revision, which new respondents get. */
    public Survey survey() {
        return engine.revisions.current();
    }

    /** Handles incoming texts, and the status of texts that were sent, all at one URL. */
    public WebhookHandler textWebhook() {
        return webhook(Channel.TEXT);
    }

    /** Handles calls: the start of a call, its answers and its status, all at one URL. */
    public WebhookHandler voiceWebhook() {
        return webhook(Channel.VOICE);
    }

    /**
     * Handles the webhooks of a channel.
     *
     * @throws dev.parlance.survey.definition.SurveyException if there is no channel with this name
     */
    public WebhookHandler webhook(String channel) {
        return channelWebhook(channel);
    }

    /**
     * Serves the recordings and pictures that are files of the survey, to GET requests at any path that ends in {@code
     * /{file}}. Twilio fetches them without a signature, so don't check one: their URLs can't be guessed, and never change.
     *
     * <pre>{@code
     * Surveys surveys = Surveys.builder(survey).store(store).mediaUrl(URI.create("https://hooks.example.com/media")).build();
     * router.get("/media/{file}", surveys.mediaHandler());
     * }</pre>
     */
    public WebhookHandler mediaHandler() {
        return new MediaHandler(mediaFiles());
    }

    /** Where to look for a media file by its hash: in the current survey, then in the store. */
    List<Function<String, Optional<StoredMedia.Content>>> mediaFiles() {
        return List.of(this::currentMedia, new StoredMedia(store)::load);
    }

    private Optional<StoredMedia.Content> currentMedia(String hash) {
        return survey().prompts().mediaFiles().values().stream()
                .filter(file -> file.sha256().equals(hash))
                .flatMap(file -> file.content().stream().map(content -> new StoredMedia.Content(file.type(), content)))
                .findFirst();
    }

    ChannelWebhook channelWebhook(String channel) {
        return new ChannelWebhook(
                engine.channels.named(channel), engine, calling, agents, new DeliveryReports(engine, claims));
    }

    /**
     * Contacts a person on the channel with this name. A person in the middle of the survey gets the open question again, on this
     * channel. A person who was never reached or has stopped answering is invited again. A person who has completed the survey,
     * declined, or opted out gets nothing.
     *
     * @throws dev.parlance.survey.definition.SurveyException if the number has no country code; nothing is stored or sent
     * @throws dev.parlance.outbound.OutboundException if the account isn't allowed to send or call there, which its owner must
     *     fix; {@link #runDue} tries again for more than a day, with growing pauses
     */
    public StartResult start(String channel, Address person, Invitation invitation) {
        return outreach.start(channel, person, invitation, Initiator.APPLICATION);
    }

    /** The result for a person whom the session contacts later. */
    StartResult deferred(Address person) {
        return new StartResult(
                StartResult.Outcome.DEFERRED,
                StartResult.Outcome.DEFERRED.sentence(),
                engine.sessions
                        .find(person)
                        .flatMap(loaded -> loaded.session().contact().wakeAt()));
    }

    /** The campaigns of this survey, which contact many people. */
    public Campaigns campaigns() {
        return campaigns;
    }

    /** What becomes of a person's answers when they start a survey again. */
    public enum EarlierAnswers {
        /** The answers stay in the results as an earlier run. */
        KEEP,

        /** The answers to this survey are erased, in all runs. To erase everything about a person, use {@link #forget}. */
        ERASE
    }

    /**
     * Restarts the survey for a person: their next text, call or invitation starts it like the first time. An opt-out stays.
     *
     * @return false if the person has not started this survey
     */
    public boolean restart(Address person, EarlierAnswers answers) {
        return runs.restart(person, answers);
    }

    /**
     * Does what is due: reminders, expiry, postponed contacts, undelivered events. Adds people to the campaign of their next wave,
     * which {@link Campaigns#run} contacts. Call it about once a minute from any scheduler,
     * on any number of machines.
     */
    public DueReport runDue() {
        return runDue(TIME_FOR_REQUESTS);
    }

    /** Does what is due, and makes requests for some time only. */
    DueReport runDue(Duration requests) {
        return new DueRun(engine, outreach, campaigns.waves(), store, Deadline.in(requests))
                .run(MAX_SESSIONS_PER_RUN, maxExpired);
    }

    /**
     * {@link #runDue} as a task for a scheduler. If the survey has waves, it also contacts people for them, for up to five seconds;
     * {@link Campaigns#task} contacts more. It logs failures and throws nothing, because a scheduler stops calling a task that
     * throws.
     *
     * <pre>{@code
     * Executors.newSingleThreadScheduledExecutor().scheduleWithFixedDelay(surveys.dueTask(), 1, 1, TimeUnit.MINUTES);
     * }</pre>
     */
    public Runnable dueTask() {
        return () -> {
            try {
                runDue();
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "Could not do what is due now; trying again at the next run", e);
            }
            if (survey().waves().isPresent()) {
                campaigns.task().run();
            }
        };
    }

    /**
     * What {@link #runDue} will do if nobody acts before: the next reminders, expiries, waves and retries, the soonest first. For
     * a look into the future, such as the simulator's timeline.
     *
     * @param limit how many at most
     */
    public List<PlannedStep> upcoming(int limit) {
        return new PlannedSteps(engine, store).next(limit);
    }

    /** The fields and groups of people, which all surveys of the store share. */
    public Contacts contacts() {
        return Contacts.in(store);
    }

    /** A person's session. */
    public Optional<Session> find(Address person) {
        return engine.sessions.find(person).map(Sessions.Loaded::session);
    }

    /**
     * An id for a person that does not reveal their number, for logs. It is the same in all surveys; the owner of the person's
     * documents in a store begins with it.
     */
    public static String personId(Address person) {
        return PersonHash.shortOf(person);
    }

    /** Ends a person's session if it is still open: no more questions or reminders, and no further waves. */
    public void end(Address person) {
        claims.change(person, session -> WaveSchedule.ended(survey(), session, clock().instant()));
        claims.giveUp(person);
    }

    /** Whether a person has opted out. */
    public boolean isOptedOut(Address person) {
        return engine.respondents.load(person).optedOut();
    }

    /**
     * Erases a person's data in all surveys of the store, keeping only their opt-out.
     *
     * @return false if there was nothing to erase
     */
    public boolean forget(Address person) {
        return forget(store, person);
    }

    /** Erases a person's data in a store, for programs that have no survey. */
    public static boolean forget(DocumentStore store, Address person) {
        Respondents respondents = new Respondents(store);
        boolean hadDocuments = store.forget(PersonHash.of(person)) > 0;
        boolean wasKnown = respondents.load(person).isMoreThanOptOut();
        if (wasKnown) {
            respondents.change(person, Respondent::forgotten);
        }
        return hadDocuments || wasKnown;
    }

    /** The answers so far. */
    public Results results() {
        return Results.in(store, engine.revisions.current(), engine.revisions::of, analyses);
    }

    /**
     * Waits up to ten seconds for running listeners, then interrupts them. What they have not received is delivered by {@link
     * #runDue}, on any machine. Webhooks can still be handled. The store and your own executor stay open.
     */
    @Override
    public void close() {
        engine.close();
        analyses.close();
        for (Executor executor : executors) {
            if (executor instanceof ListenerThreads threads) {
                threads.close();
            }
        }
    }
}
