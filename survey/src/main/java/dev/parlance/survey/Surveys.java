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
 * A survey that people take by text and by call. Safe for use by several threads, and on several machines that share a store.
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
 * surveys.begin(Channel.TEXT, "+5215512345678", Invitation.in("es-MX").variable("orderId", "A-17"));
 * surveys.due(clock.instant());          // reminders and ends, from any scheduler
 * surveys.results().csv(out);
 * }</pre>
 *
 * <p>It has no thread of its own. Webhooks have to be signed: put a signature check around the handlers.
 */
public final class Surveys {
    private static final int MOST_A_SWEEP = 10_000;

    private final DocumentStore store;
    private final int mostExpired;
    private final Engine engine;
    private final Claims claims;
    private final Calling calling;
    private final Outreach outreach;
    private final Runs runs;

    Surveys(SurveysBuilder settings) {
        this.store = settings.store;
        this.mostExpired = settings.mostExpired;
        this.engine = new Engine(settings);
        this.claims = new Claims(engine);
        this.calling = new Calling(engine, claims);
        this.runs = new Runs(store, engine, claims);
        this.outreach = new Outreach(engine, claims, calling, runs, settings);
    }

    /** Begins to tell what a survey needs of the application around it. */
    public static SurveysBuilder of(Survey survey) {
        return new SurveysBuilder(survey);
    }

    /** The survey as new people take it. */
    public Survey survey() {
        return engine.revisions.current();
    }

    /** Answers incoming texts. */
    public WebhookHandler textWebhook() {
        return webhook(Channel.TEXT);
    }

    /** Answers calls: their first webhook, their answers, and the news of them, all at one URL. */
    public WebhookHandler voiceWebhook() {
        return webhook(Channel.VOICE);
    }

    /**
     * Answers the webhooks of a channel.
     *
     * @throws dev.parlance.survey.definition.SurveyException if there is no channel of this name
     */
    public WebhookHandler webhook(String channel) {
        return new ChannelWebhook(engine.channels.named(channel), engine, calling);
    }

    /**
     * Contacts a person on the channel of this name. A person in the middle of the survey gets the open question again, on this
     * channel. Somebody who was never reached, or stopped answering, is invited once more. Nothing is sent to a person who has
     * completed the survey, declined, or opted out.
     *
     * @throws dev.parlance.outbound.OutboundException if the account may not send or call there, which its owner has to mend;
     *     the sweep tries again for more than a day, with growing pauses
     */
    public Begun begin(String channel, String person, Invitation invitation) {
        return outreach.begin(channel, Address.of(person), invitation);
    }

    /** The same for a campaign, which comes to each person once. */
    Begun beginOnce(String channel, String person, Invitation invitation) {
        return outreach.beginOnce(channel, Address.of(person), invitation);
    }

    /**
     * Starts the survey again for a person: their next text, call or invitation is greeted like the first. Their answers stay
     * in the results as an earlier run. An opt-out stays.
     *
     * @return whether the person had started this survey
     */
    public boolean restart(String person) {
        return runs.restart(Address.of(person), Runs.Earlier.KEPT);
    }

    /**
     * The same, but erases the person's answers to this survey, those of earlier runs too. To erase everything about a person,
     * use {@link #forget}.
     */
    public boolean restartWithoutAnswers(String person) {
        return runs.restart(Address.of(person), Runs.Earlier.FORGOTTEN);
    }

    /**
     * Does what is due: reminders, the end of waiting, what was put off, events that could not be told. To be called by any
     * scheduler, on any number of machines, each minute or so.
     */
    public Sweep due(Instant now) {
        return Sweep.run(engine, outreach, store, now, MOST_A_SWEEP, mostExpired);
    }

    /** A person's session. */
    public Optional<Session> find(String person) {
        return engine.sessions.find(Address.of(person)).map(Sessions.Loaded::session);
    }

    /** Ends a person's session, if it is not over: nothing more is asked, and nobody is reminded. */
    public void end(String person) {
        claims.giveUp(Address.of(person));
    }

    /** Whether a person does not want to hear from us. */
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

    /** The same, for programs that have a store and no survey. */
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

    /** What people have answered. */
    public Results results() {
        return new Results(store, engine.revisions.current(), engine.revisions::of);
    }
}
