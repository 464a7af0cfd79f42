package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Consent;
import dev.parlance.survey.machine.Disposition;
import dev.parlance.survey.machine.Facts;
import dev.parlance.survey.machine.Session;
import dev.parlance.survey.machine.Stage;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.machine.Turn;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Medium;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/** Makes turns of what people do: loads, asks the machine, saves if nobody came in between, and tells listeners. */
final class Engine {
    /** Who ends so gives back the places held in quotas. */
    private static final Set<Disposition> GIVES_PLACES_BACK = Set.of(
            Disposition.BROKE_OFF,
            Disposition.OPTED_OUT,
            Disposition.REFUSED,
            Disposition.SCREENED_OUT,
            Disposition.UNKNOWN_ELIGIBILITY,
            Disposition.PARTIAL);

    final Revisions revisions;
    final Sessions sessions;
    final Respondents respondents;
    final Quotas quotas;
    final Publisher publisher;
    final Channels channels;
    final Clock clock;
    private final Executor executor;
    private final boolean migrates;

    Engine(SurveysBuilder settings) {
        this.clock = settings.clock;
        this.channels = new Channels(settings.allChannels());
        this.executor = settings.executor;
        this.migrates = settings.migrates;
        this.revisions = new Revisions(settings.survey, settings.store);
        this.sessions = new Sessions(settings.store, revisions, settings.earlier);
        this.respondents = new Respondents(settings.store);
        this.quotas = new Quotas(settings.store);
        this.publisher = new Publisher(sessions, revisions, settings.sinks, clock);
    }

    /**
     * What is answered to something that a person did: the first time what comes of it, each other time the same.
     *
     * @param render makes a document of a turn
     */
    String receive(Incoming.Did did, Medium medium, BiFunction<Survey, Turn.Done, String> render) {
        // A message answers the question that was open when it came in, however often it has to be handled again.
        AtomicInteger seen = new AtomicInteger(-1);
        return Retry.untilSaved(() -> {
            Sessions.Visit visit = sessions.visit(did.person(), medium.channel());
            Respondent known = visit.known();
            Sessions.Loaded loaded = visit.loaded();
            Optional<String> before = loaded.session().outbox().replyTo(did.id());
            if (before.isPresent()) {
                return before;
            }
            Session current = upToDate(loaded.session());
            Session session = startingIn(did.language(), current);
            seen.compareAndSet(-1, session.progress().turn());
            Facts facts = Facts.at(clock.instant(), medium).seen(seen.get());
            Turn.Done turn = advance(session, inputFor(session, did), facts, known);
            String body = render.apply(revisions.of(session.revision()), turn);
            Session after = withForm(session, turn.session(), did).remember(did.id(), body);
            return save(loaded, known, turn, after) ? Retry.done(body) : Retry.again();
        });
    }

    /** A session in which nothing has happened starts in the language that was asked for. */
    private Session startingIn(Optional<String> language, Session session) {
        return session.progress().stage() == Stage.NEW
                ? language.flatMap(revisions.of(session.revision()).prompts()::find)
                        .map(found -> session.speaking(found.tag()))
                        .orElse(session)
                : session;
    }

    /** What answers an older turn, as the session has gone on meanwhile, answers nothing: the question is asked again. */
    private static Input inputFor(Session session, Incoming.Did did) {
        boolean isOutdated = did.turn().isPresent()
                && did.turn().getAsInt() != session.progress().turn();
        return isOutdated ? Input.arrival() : did.input();
    }

    private Session withForm(Session before, Session after, Incoming.Did did) {
        if (!publisher.wantsForms()) {
            return after;
        }
        Map<String, String> form = new LinkedHashMap<>();
        did.form().entries().forEach(entry -> form.putIfAbsent(entry.name(), entry.value()));
        return after.with(after.outbox().withForm(before.outbox().lastSequence(), form));
    }

    /** The machine's turn, with all the places in quotas that it wants to know of. */
    private Turn.Done advance(Session session, Input input, Facts given, Respondent known) {
        Survey survey = revisions.of(session.revision());
        Facts facts = known.optedOut() ? given.withOptOut() : given;
        Turn turn = SurveyMachine.advance(survey, session, input, facts);
        while (turn instanceof Turn.NeedsQuota needs) {
            boolean place = quotas.reserve(survey, needs.quota(), session.respondent());
            facts = facts.place(needs.quota(), place);
            turn = SurveyMachine.advance(survey, session, input, facts);
        }
        return turn.done();
    }

    /** Saves a session after a turn, and what the turn means beyond it: that first, so that a crash between loses nothing. */
    boolean save(Sessions.Loaded loaded, Respondent known, Turn.Done turn, Session after) {
        Address person = after.respondent();
        if (turn.consent() != Consent.UNCHANGED) {
            boolean optedOut = turn.consent() == Consent.WITHDRAWN;
            respondents.changeIf(person, one -> one.optedOut() != optedOut, one -> one.optedOut(optedOut));
        }
        if (after.person().languageKnown() && !known.language().equals(Optional.of(after.language()))) {
            respondents.change(person, one -> one.speaking(after.language()));
        }
        Survey survey = revisions.of(after.revision());
        Session heard = publisher.withoutUnheard(after);
        Session free = heard.with(heard.contact().reminders(0).unclaimed());
        Session next = Schedule.schedule(survey, free, clock.instant());
        if (!sessions.save(loaded, next)) {
            return false;
        }
        givePlacesBack(survey, next);
        if (!next.outbox().events().isEmpty()) {
            tell(person);
        }
        return true;
    }

    void givePlacesBack(Survey survey, Session session) {
        if (session.isOver() && GIVES_PLACES_BACK.contains(session.progress().disposition())) {
            for (Map.Entry<String, Boolean> place : session.quotas().entrySet()) {
                if (place.getValue()) {
                    quotas.release(survey, place.getKey(), session.respondent());
                }
            }
        }
    }

    /** Tells listeners, in this thread or wherever the application wants it. */
    void tell(Address person) {
        if (publisher.hasListeners()) {
            executor.execute(() -> publisher.tryToPublish(person));
        }
    }

    /** A session at the newest revision that it can go on with: the rule is that of {@link SurveysBuilder#migrating}. */
    private Session upToDate(Session session) {
        return migrates && !session.isOver() ? session.withRevision(revisions.newestFor(session.revision())) : session;
    }
}
