package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Disposition;
import dev.parlance.survey.machine.Facts;
import dev.parlance.survey.machine.Session;
import dev.parlance.survey.machine.Stage;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.machine.Turn;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Medium;
import dev.parlance.webhook.Parameters;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

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
    final Clock clock;
    private final Executor executor;
    private final boolean migrates;

    Engine(SurveysBuilder settings) {
        this.clock = settings.clock;
        this.executor = settings.executor;
        this.migrates = settings.migrates;
        this.revisions = new Revisions(settings.survey, settings.store);
        this.sessions = new Sessions(settings.store, revisions, settings.earlier);
        this.respondents = new Respondents(settings.store);
        this.quotas = new Quotas(settings.store);
        this.publisher = new Publisher(sessions, revisions, settings.sinks, clock);
    }

    /**
     * Something that a person did.
     *
     * @param id by which a repeat is known
     * @param input what it was
     * @param medium how they did it
     * @param turn the turn that it answers, on a call
     * @param language the language to start in
     * @param form the webhook's form
     */
    record Incoming(
            String id, Input input, Medium medium, OptionalInt turn, Optional<String> language, Parameters form) {
        /** A session in which nothing has happened starts in the language that was asked for. */
        Session startingFrom(Session session, Survey survey) {
            return session.progress().stage() == Stage.NEW
                    ? language.flatMap(survey.prompts()::find)
                            .map(found -> session.speaking(found.tag()))
                            .orElse(session)
                    : session;
        }

        /** On a call whose session has gone on meanwhile, by text, nothing is answered: the question is put anew. */
        Input inputFor(Session session) {
            return turn.isPresent() && turn.getAsInt() != session.progress().turn() ? Input.arrival() : input;
        }
    }

    /**
     * What is answered to something that a person did: the first time what comes of it, each other time the same.
     *
     * @param render makes a document of a turn
     */
    String receive(Address person, Incoming incoming, Function<Turn, String> render) {
        // A text answers the question that was open when it came in, however often it has to be handled again.
        AtomicInteger seen = new AtomicInteger(-1);
        return Retry.untilSaved(() -> {
            Respondent known = respondents.load(person);
            Sessions.Loaded loaded =
                    sessions.findOrBegin(person, known, incoming.medium().channel());
            Optional<String> before = loaded.session().outbox().replyTo(incoming.id());
            if (before.isPresent()) {
                return before;
            }
            Session current = upToDate(loaded.session());
            Session session = incoming.startingFrom(current, revisions.of(current.revision()));
            seen.compareAndSet(-1, session.progress().turn());
            Facts facts = Facts.at(clock.instant(), incoming.medium()).seen(seen.get());
            Turn turn = advance(session, incoming.inputFor(session), facts, known);
            String body = render.apply(turn);
            Session after = withForm(session, turn.session(), incoming).remember(incoming.id(), body);
            return save(loaded, known, turn, after) ? Retry.done(body) : Retry.again();
        });
    }

    private Session withForm(Session before, Session after, Incoming incoming) {
        if (!publisher.wantsForms()) {
            return after;
        }
        Map<String, String> form = new LinkedHashMap<>();
        incoming.form().entries().forEach(entry -> form.putIfAbsent(entry.name(), entry.value()));
        return after.with(after.outbox().withForm(before.outbox().lastSequence(), form));
    }

    /** The machine's turn, with all the places in quotas that it wants to know of. */
    private Turn advance(Session session, Input input, Facts given, Respondent known) {
        Survey survey = revisions.of(session.revision());
        Facts facts = known.optedOut() ? given.withOptOut() : given;
        Turn turn = SurveyMachine.advance(survey, session, input, facts);
        while (turn.wants().isPresent()) {
            String quota = turn.wants().get();
            facts = facts.place(quota, quotas.reserve(survey, quota, session.respondent()));
            turn = SurveyMachine.advance(survey, session, input, facts);
        }
        return turn;
    }

    /** Saves a session after a turn, and what the turn means beyond it: that first, so that a crash between loses nothing. */
    boolean save(Sessions.Loaded loaded, Respondent known, Turn turn, Session after) {
        Address person = after.respondent();
        turn.optOut()
                .ifPresent(whether ->
                        respondents.changeIf(person, one -> one.optedOut() != whether, one -> one.optedOut(whether)));
        if (after.person().languageKnown() && !known.language().equals(Optional.of(after.language()))) {
            respondents.change(person, one -> one.speaking(after.language()));
        }
        Survey survey = revisions.of(after.revision());
        Session heard = publisher.withoutUnheard(after);
        Session free = heard.with(heard.contact().reminders(0).claim(Optional.empty()));
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
