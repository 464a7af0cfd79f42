package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Session;
import dev.parlance.survey.results.Results;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.webhook.WebhookHandler;
import java.time.Instant;
import java.util.Optional;

/**
 * Runs a survey by text and by call. Thread-safe; several machines can share a store.
 *
 * <pre>{@code
 * Surveys surveys = Surveys.of(survey)
 *         .store(JdbcDocuments.sqlite(Path.of("surveys.db")))
 *         .texts(account)
 *         .calls(account, URI.create("https://hooks.example.com/voice"))
 *         .on(SurveyEvent.Type.COMPLETED, done -> thank(done.session()))
 *         .build();
 *
 * router.post("/sms", signed.handler(surveys.textWebhook()));
 * router.post("/voice", signed.handler(surveys.voiceWebhook()));
 * surveys.start(Channel.TEXT, "+5215512345678", Invitation.in("es-MX").withVariable("orderId", "A-17"));
 * surveys.runDue(clock.instant());          // reminders and expiry, from any scheduler
 * surveys.results().csv(out);
 * }</pre>
 *
 * <p>It starts no threads. Protect the webhooks with a signature check, as above.
 */
public final class Surveys {
    private static final int MAX_SWEPT = 10_000;

    private final DocumentStore store;
    private final int maxExpired;
    private final Engine engine;
    private final Claims claims;
    private final Calling calling;
    private final Outreach outreach;
    private final Runs runs;

    Surveys(SurveysBuilder settings) {
        this.store = settings.store;
        this.maxExpired = settings.maxExpired;
        this.engine = new Engine(settings);
        this.claims = new Claims(engine);
        this.calling = new Calling(engine, claims);
        this.runs = new Runs(store, engine, claims);
        this.outreach = new Outreach(engine, claims, calling, runs, settings);
    }

    /** Starts building a {@code Surveys} for this survey. */
    public static SurveysBuilder of(Survey survey) {
        return new SurveysBuilder(survey);
    }

    /** The survey in its current revision, which new respondents get. */
    public Survey survey() {
        return engine.revisions.current();
    }

    /** Handles incoming texts. */
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
        return new ChannelWebhook(engine.channels.named(channel), engine, calling);
    }

    /**
     * Contacts a person on the channel with this name. A person in the middle of the survey gets the open question again, on this
     * channel. A person who was never reached or has stopped answering is invited again. A person who has completed the survey,
     * declined, or opted out gets nothing.
     *
     * @throws dev.parlance.outbound.OutboundException if the account isn't allowed to send or call there, which its owner must
     *     fix; the sweep tries again for more than a day, with growing pauses
     */
    public StartResult start(String channel, String person, Invitation invitation) {
        return outreach.begin(channel, Address.of(person), invitation);
    }

    /** Contacts a person for a campaign, at most once. */
    StartResult beginOnce(String channel, String person, Invitation invitation) {
        return outreach.beginOnce(channel, Address.of(person), invitation);
    }

    /**
     * Restarts the survey for a person: their next text, call or invitation starts it like the first time. Their answers stay
     * in the results as an earlier run. An opt-out stays.
     *
     * @return whether the person had started this survey
     */
    public boolean restart(String person) {
        return runs.restart(Address.of(person), Runs.EarlierRuns.KEEP);
    }

    /**
     * Restarts the survey and erases the person's answers to it, including earlier runs. To erase everything about a person, use
     * {@link #forget}.
     */
    public boolean restartWithoutAnswers(String person) {
        return runs.restart(Address.of(person), Runs.EarlierRuns.ERASE);
    }

    /**
     * Does what is due: reminders, expiry, postponed contacts, undelivered events. Call it about once a minute from any scheduler,
     * on any number of machines.
     */
    public DueReport runDue(Instant now) {
        return DueReport.run(engine, outreach, store, now, MAX_SWEPT, maxExpired);
    }

    /** A person's session. */
    public Optional<Session> find(String person) {
        return engine.sessions.find(Address.of(person)).map(Sessions.Loaded::session);
    }

    /** Ends a person's session if it is still open: no more questions or reminders. */
    public void end(String person) {
        claims.giveUp(Address.of(person));
    }

    /** Whether a person has opted out. */
    public boolean isOptedOut(String person) {
        return engine.respondents.load(Address.of(person)).optedOut();
    }

    /**
     * Erases a person's data in all surveys of the store, keeping only their opt-out.
     *
     * @return whether there was anything to erase
     */
    public boolean forget(String person) {
        return forget(store, person);
    }

    /** Erases a person's data in a store, for programs that have no survey. */
    public static boolean forget(DocumentStore store, String person) {
        Address address = Address.of(person);
        Respondents respondents = new Respondents(store);
        boolean hadDocuments = store.forget(Respondent.hash(address)) > 0;
        boolean wasKnown = respondents.load(address).isMoreThanOptOut();
        if (wasKnown) {
            respondents.change(address, Respondent::forgotten);
        }
        return hadDocuments || wasKnown;
    }

    /** The answers so far. */
    public Results results() {
        return new Results(store, engine.revisions.current(), engine.revisions::of);
    }
}
