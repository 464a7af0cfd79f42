package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.machine.Turn;
import dev.parlance.survey.machine.TurnInputs;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.question.Request;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.state.Stage;
import dev.parlance.survey.store.DocumentStore;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs a turn for each input: loads the session, advances it, saves it, retries on conflict, and publishes events. */
final class Engine {
    /** A session that ends in one of these releases its quota places. */
    private static final Set<Disposition> RELEASES_PLACES = Set.of(
            Disposition.BROKE_OFF,
            Disposition.OPTED_OUT,
            Disposition.REFUSED,
            Disposition.SCREENED_OUT,
            Disposition.UNKNOWN_ELIGIBILITY,
            Disposition.PARTIAL);

    private final DocumentStore store;
    final Revisions revisions;
    final Sessions sessions;
    final Respondents respondents;
    final Quotas quotas;
    final Publisher publisher;
    final Schedule schedule;
    final Channels channels;
    final Clock clock;
    private final Arms arms;
    private final OtherSurveys others;
    final ContactWriter contacts;
    final RequestRun requests;
    private final Publishing publishing;
    private final TypingThreads typing = new TypingThreads();
    final BackgroundRequests background;
    final ReplyMessages replies;
    private final Supplier<Optional<URI>> mediaUrl;
    private final boolean migrates;
    private volatile Neighbors neighbors = Neighbors.NONE;

    Engine(SurveysBuilder settings) {
        this.store = settings.store;
        this.clock = settings.clock;
        this.channels = new Channels(settings.allChannels());
        this.migrates = settings.migrates;
        this.mediaUrl = settings.mediaUrl;
        this.revisions = new Revisions(settings.survey, settings.store);
        this.sessions = new Sessions(settings.store, revisions, settings.earlier);
        this.respondents = new Respondents(settings.store);
        this.quotas = new Quotas(settings.store);
        this.arms = new Arms(settings.store);
        this.others = new OtherSurveys(settings.survey, settings.store);
        this.contacts = new ContactWriter(this);
        this.schedule = new Schedule(revisions);
        this.publisher = new Publisher(sessions, schedule, settings.sinks, clock);
        RequestSender sender = new RequestSender(settings);
        this.requests = new RequestRun(this, sender);
        this.background = new BackgroundRequests(this, sender, settings.requestExecutor);
        this.replies = new ReplyMessages(this);
        this.publishing = new Publishing(publisher, settings.executor);
    }

    /** The other surveys on the same number. */
    Neighbors neighbors() {
        return neighbors;
    }

    void setNeighbors(Neighbors newNeighbors) {
        this.neighbors = newNeighbors;
    }

    /**
     * The reply to a person's input: the document of the webhook's answer, after what it can't carry has been sent. A repeated
     * webhook gets the same document.
     *
     * @param render renders a turn as a document
     */
    String receive(
            Incoming.Received received, Channel channel, Medium medium, BiFunction<Survey, Turn.Done, String> render) {
        Replied replied = reply(received, channel, medium, render);
        replies.sendAll(replied.session(), replied.isClaimed());
        if (replied.isNew()) {
            afterSave(replied.session().session());
        }
        return replied.document();
    }

    /**
     * A reply that is stored.
     *
     * @param document the document of the webhook's answer
     * @param isClaimed whether the first unsent message of the session is claimed for this thread
     * @param isNew whether the webhook is not a repeat
     */
    private record Replied(String document, Sessions.Loaded session, boolean isClaimed, boolean isNew) {}

    private Replied reply(
            Incoming.Received received, Channel channel, Medium medium, BiFunction<Survey, Turn.Done, String> render) {
        // A message answers the question that was open on arrival, even if saving needs several attempts.
        AtomicInteger seen = new AtomicInteger(-1);
        Deadline deadline = Deadline.in(Request.LONGEST);
        TypingIndicator indicator = typing.indicator(channel, received);
        return Retry.untilSaved(() -> {
            Sessions.Visit visit = sessions.visit(received.person(), medium.channel());
            Respondent known = visit.known();
            Sessions.Loaded loaded = visit.loaded();
            if (ContactWriter.canWrite(loaded.session())) {
                contacts.write(received.person());
                return Retry.again();
            }
            Optional<String> before = loaded.session().outbox().replyTo(received.id());
            if (before.isPresent()) {
                return Retry.done(new Replied(before.get(), loaded, false, false));
            }
            SessionState current = upToDate(loaded.session());
            SessionState session = startingIn(received.language(), current);
            seen.compareAndSet(-1, session.progress().turn());
            TurnInputs inputs = TurnInputs.at(clock.instant(), medium).withSeenTurn(seen.get());
            Turn result = advance(session, inputFor(session, received), inputs, known);
            if (result instanceof Turn.NeedsRequest needs) {
                requests.make(loaded, session, needs.request(), deadline, indicator);
                return Retry.again();
            }
            Turn.Done turn = result.done();
            Survey survey = revisions.of(session.revision());
            Channel outgoing = replies.channelFor(turn, channel);
            String body = outgoing == channel ? render.apply(survey, turn) : outgoing.render(rendering(survey, turn));
            String document = outgoing == channel ? body : "";
            ReplyMessages.Added added = replies.add(
                    withForm(session, SessionState.of(turn.session()), received).withHandled(received.id(), document),
                    outgoing,
                    body);
            return save(loaded, known, turn, added.session())
                    .map(saved -> new Replied(document, saved, added.isClaimed(), true));
        });
    }

    /** A turn to render. Its media have URLs. */
    Rendering rendering(Survey survey, Turn.Done turn) {
        Rendering rendering = Rendering.of(survey, turn);
        return survey.prompts().mediaFiles().isEmpty()
                ? rendering
                : rendering.with(MediaLinks.of(survey, mediaUrl.get()));
    }

    /** A new session starts in the requested language. */
    private SessionState startingIn(Optional<String> language, SessionState session) {
        return session.progress().stage() == Stage.NEW
                ? language.flatMap(revisions.of(session.revision()).prompts()::find)
                        .map(found -> session.withLanguage(found.tag()))
                        .orElse(session)
                : session;
    }

    /** An input that answers an older turn is dropped, and the open question is asked again. */
    private static Input inputFor(SessionState session, Incoming.Received received) {
        boolean isOutdated = received.turn().isPresent()
                && received.turn().getAsInt() != session.progress().turn();
        boolean isForAnother =
                received.survey().filter(name -> !name.equals(session.survey())).isPresent();
        return isOutdated || isForAnother ? Input.arrival() : received.input();
    }

    private SessionState withForm(SessionState before, SessionState after, Incoming.Received received) {
        if (!publisher.wantsForms()) {
            return after;
        }
        Map<String, String> form = new LinkedHashMap<>();
        received.form().entries().forEach(entry -> form.putIfAbsent(entry.name(), entry.value()));
        return after.with(after.outbox().withForm(before.outbox().lastSequence(), form));
    }

    private Turn advance(SessionState session, Input input, TurnInputs given, Respondent known) {
        Survey survey = revisions.of(session.revision());
        TurnInputs withContact = given.withContact(known.contact());
        TurnInputs first = known.optedOut() ? withContact.withOptOut() : withContact;
        return run(session, first, inputs -> SurveyMachine.advance(survey, session, input, inputs));
    }

    /** Runs a turn, looking up the facts that it needs. The result is done, or needs a request. */
    Turn run(SessionState session, TurnInputs given, Function<TurnInputs, Turn> machine) {
        TurnInputs inputs = given;
        Turn turn = machine.apply(inputs);
        while (!(turn instanceof Turn.Done || turn instanceof Turn.NeedsRequest)) {
            inputs = withFact(turn, session, inputs);
            turn = machine.apply(inputs);
        }
        return turn;
    }

    private TurnInputs withFact(Turn turn, SessionState session, TurnInputs inputs) {
        Survey survey = revisions.of(session.revision());
        if (turn instanceof Turn.NeedsQuota needs) {
            boolean place = quotas.reserve(survey, needs.quota(), session.respondent());
            return inputs.withPlace(needs.quota(), place);
        }
        if (turn instanceof Turn.NeedsContact) {
            return inputs.withContact(respondents.load(session.respondent()).contact());
        }
        if (turn instanceof Turn.NeedsAnswers needs) {
            return inputs.withAnswersIn(needs.survey(), others.answers(needs.survey(), session.respondent()));
        }
        Turn.NeedsArm needs = (Turn.NeedsArm) turn;
        return inputs.withArm(needs.question(), arms.assign(survey, needs, session.respondent()));
    }

    /** Saves the consent and language of a turn first, then its session, so that a crash in between loses nothing. */
    private Optional<Sessions.Loaded> save(
            Sessions.Loaded loaded, Respondent known, Turn.Done turn, SessionState after) {
        Address person = after.respondent();
        if (turn.consent() != Turn.Consent.UNCHANGED) {
            boolean optedOut = turn.consent() == Turn.Consent.WITHDRAWN;
            respondents.changeIf(
                    person,
                    respondent -> respondent.optedOut() != optedOut,
                    respondent -> respondent.optedOut(optedOut));
        }
        if (after.person().languageKnown() && !known.language().equals(Optional.of(after.language()))) {
            respondents.change(person, respondent -> respondent.speaking(after.language()));
        }
        SessionState trimmed = publisher.withoutUnwantedEvents(after);
        SessionState free = trimmed.with(trimmed.contact().withReminders(0).withoutClaim());
        SessionState next = schedule.schedule(free, clock.instant());
        AgentCalls.prepare(store, next, turn.reply());
        return sessions.saved(loaded, next);
    }

    /** What follows from a turn, once its session is saved. After a crash, it is caught up on by the next turn or {@code runDue}. */
    private void afterSave(SessionState session) {
        if (!session.changes().isEmpty()) {
            contacts.write(session.respondent());
        }
        releasePlaces(revisions.of(session.revision()), session);
        if (!session.outbox().events().isEmpty()) {
            publish(session.respondent());
        }
        background.start(session);
    }

    void releasePlaces(Survey survey, SessionState session) {
        if (session.isOver() && RELEASES_PLACES.contains(session.progress().disposition())) {
            for (Map.Entry<String, Boolean> place : session.quotas().entrySet()) {
                if (place.getValue()) {
                    quotas.release(survey, place.getKey(), session.respondent());
                }
            }
        }
    }

    /** Ends the threads that this engine has started. */
    void close() {
        typing.close();
    }

    /** Publishes a session's events on the configured executor. */
    void publish(Address person) {
        if (publisher.hasListeners()) {
            publishing.start(person);
        }
    }

    /** Moves a session to the newest compatible revision, as described in {@link SurveysBuilder#migrateCompatible}. */
    private SessionState upToDate(SessionState session) {
        return migrates && !session.isOver() ? session.withRevision(revisions.newestFor(session.revision())) : session;
    }
}
