package dev.parlance.survey;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.state.Contact;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.state.WavePlan;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Does what is due at one time: postponed contacts, requests, reminders, expiry, undelivered events, the next wave. */
final class DueRun {
    private static final System.Logger LOG = System.getLogger(Surveys.class.getName());

    private static final int PAGE = 100;
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(5);
    private static final Duration HOLD = Duration.ofMinutes(10);
    private static final Duration CALL_GRACE = Duration.ofMinutes(5);
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Engine engine;
    private final Outreach outreach;
    private final WaveCampaigns waves;
    private final DocumentStore store;
    private final Instant now;
    private final Deadline requests;

    DueRun(Engine engine, Outreach outreach, WaveCampaigns waves, DocumentStore store, Deadline requests) {
        this.engine = engine;
        this.outreach = outreach;
        this.waves = waves;
        this.store = store;
        this.requests = requests;
        this.now = engine.clock.instant();
    }

    /** Does what is due for a limited number of sessions. */
    DueReport run(int maxSessions, int maxExpired) {
        String shelf = SessionState.collection(engine.revisions.current().name());
        DueReport all = DueReport.NOTHING;
        List<Document> due = store.due(shelf, now, PAGE);
        for (int seen = 0;
                !due.isEmpty() && seen < maxSessions;
                seen += due.size(), due = store.due(shelf, now, PAGE)) {
            for (Document document : due) {
                boolean mayExpire = all.expired() < maxExpired;
                all = all.plus(doDueSafely(document, mayExpire));
            }
        }
        if (all.heldBack() > 0) {
            LOG.log(
                    Level.WARNING,
                    "Held back {0} sessions from expiry, because at most {1} may expire at a time. They are checked again in {2} minutes."
                            + " Check this machine's clock.",
                    all.heldBack(),
                    maxExpired,
                    HOLD.toMinutes());
        }
        return all;
    }

    private DueReport doDueSafely(Document document, boolean mayExpire) {
        try {
            return doDue(Sessions.loaded(document), mayExpire);
        } catch (RuntimeException | Error e) {
            LOG.log(
                    Level.ERROR,
                    "Could not do what is due for a session; trying again in " + AFTER_FAILURE.toMinutes() + " minutes",
                    e);
            // Don't let it block other sessions that are due.
            store.load(document.key())
                    .filter(stored -> stored.version() == document.version())
                    .ifPresent(stored -> store.save(stored.withWakeAt(Optional.of(now.plus(AFTER_FAILURE)))));
            return DueReport.FAILED;
        }
    }

    private DueReport doDue(Sessions.Loaded loaded, boolean mayExpire) {
        SessionState session = loaded.session();
        if (session.contact().claim().isPresent()) {
            boolean isDone =
                    outreach.resume(loaded).filter(StartResult::isStarted).isPresent();
            return isDone ? DueReport.STARTED : DueReport.NOTHING;
        }
        if (!session.changes().isEmpty()) {
            engine.contacts.write(session.respondent());
            return DueReport.NOTHING;
        }
        if (session.outbox().unsent().due().filter(time -> !time.isAfter(now)).isPresent()) {
            return sendReplies(session);
        }
        if (session.nextRequest().filter(time -> !time.isAfter(now)).isPresent()) {
            return request(loaded);
        }
        if (session.outbox().events().isEmpty()) {
            return doDueInSurvey(loaded, mayExpire);
        }
        int published = engine.publisher.publish(session.respondent());
        if (published > 0) {
            return DueReport.published(published);
        }
        SessionState unpublished = session.with(session.outbox().withFailure());
        return doDueInSurvey(new Sessions.Loaded(loaded.document(), unpublished), mayExpire);
    }

    /** Sends replies. If Twilio can't be reached, they wait for the next run. */
    private DueReport sendReplies(SessionState session) {
        engine.replies.sendAll(session.respondent());
        engine.sessions
                .find(session.respondent())
                .filter(after -> after.session()
                        .outbox()
                        .unsent()
                        .due()
                        .filter(time -> !time.isAfter(now))
                        .isPresent())
                .ifPresent(after -> engine.sessions.save(
                        after, after.session().with(after.session().contact().withWakeAt(now.plus(SOON)))));
        return DueReport.NOTHING;
    }

    /** Makes a request, or postpones it if the requests have taken too long. */
    private DueReport request(Sessions.Loaded loaded) {
        if (requests.isOver()) {
            SessionState session = loaded.session();
            engine.sessions.save(loaded, session.with(session.contact().withWakeAt(now.plus(SOON))));
            return DueReport.NOTHING;
        }
        return engine.background.makeNext(loaded.session().respondent()) ? DueReport.REQUESTED : DueReport.NOTHING;
    }

    /** Expires a session, reminds the person, or looks when the session is due next. */
    private DueReport doDueInSurvey(Sessions.Loaded loaded, boolean mayExpire) {
        SessionState session = loaded.session();
        Optional<Integer> wave = WaveSchedule.due(engine.revisions.current(), session, now);
        if (wave.isPresent()) {
            waves.add(session, wave.get());
            WavePlan planned = session.waves().orElseThrow().withLast(wave.get());
            return reschedule(new Sessions.Loaded(loaded.document(), session.with(planned)));
        }
        Survey survey = engine.revisions.of(session.revision());
        if (session.isOver()) {
            return reschedule(loaded);
        }
        if (!Schedule.expires(survey, session, now).isAfter(now)) {
            return mayExpire ? expire(loaded, survey) : holdBack(loaded);
        }
        Optional<Instant> waited = SurveyMachine.waitsUntil(survey, session);
        if (waited.isPresent()) {
            boolean isOver =
                    !QuietHours.after(waited.get(), survey.timing(), session).isAfter(now);
            return isOver ? goOn(loaded) : reschedule(loaded);
        }
        if (isTimeOver(survey, session)) {
            return timeOver(loaded, survey);
        }
        boolean isTimeToRemind = Schedule.reminder(survey, session)
                .filter(time ->
                        !QuietHours.after(time, survey.timing(), session).isAfter(now))
                .isPresent();
        if (!isTimeToRemind) {
            return reschedule(loaded);
        }
        if (!outreach.canRemind(session)) {
            return reschedule(new Sessions.Loaded(loaded.document(), withoutReminders(session, survey)));
        }
        return reminded(outreach.remind(loaded));
    }

    /** The session of a person who can't be reminded. */
    private static SessionState withoutReminders(SessionState session, Survey survey) {
        int all = survey.timing().reminders().size();
        return session.with(session.contact().withReminders(all));
    }

    /** A call notices by itself that the time for an answer is over, unless it has ended. */
    private boolean isTimeOver(Survey survey, SessionState session) {
        Duration grace = engine.channels.isSpoken(session) ? CALL_GRACE : Duration.ZERO;
        return Schedule.timeLimit(survey, session)
                .filter(time -> !time.plus(grace).isAfter(now))
                .isPresent();
    }

    private DueReport timeOver(Sessions.Loaded loaded, Survey survey) {
        if (!outreach.canRemind(loaded.session())) {
            SessionState session = engine.publisher.withoutUnwantedEvents(withoutReminders(loaded.session(), survey));
            engine.sessions.save(loaded, engine.schedule.scheduleWithoutLimit(session, now));
            return DueReport.NOTHING;
        }
        return reminded(outreach.goOnInWriting(loaded));
    }

    private DueReport goOn(Sessions.Loaded loaded) {
        if (!outreach.canGoOn(loaded.session())
                || engine.neighbors().reserve(loaded.session().respondent()).isPresent()) {
            return reschedule(loaded);
        }
        return reminded(outreach.goOn(loaded));
    }

    private static DueReport reminded(Optional<StartResult> result) {
        return result.filter(StartResult::isStarted).isPresent() ? DueReport.REMINDED : DueReport.NOTHING;
    }

    private DueReport expire(Sessions.Loaded loaded, Survey survey) {
        SessionState over = engine.publisher.withoutUnwantedEvents(SessionState.of(
                SurveyMachine.giveUp(survey, loaded.session(), now).session()));
        SessionState next = engine.schedule.schedule(over, now);
        if (engine.sessions.save(loaded, next)) {
            engine.releasePlaces(survey, next);
            engine.publisher.tryToPublish(next.respondent());
            return DueReport.EXPIRED;
        }
        return DueReport.NOTHING;
    }

    /** Holds back an expiry, so that a wrong clock does not end every session at once. */
    private DueReport holdBack(Sessions.Loaded loaded) {
        SessionState session = engine.publisher.withoutUnwantedEvents(loaded.session());
        Instant again = now.plus(HOLD);
        engine.sessions.save(loaded, session.with(session.contact().withWakeAt(again)));
        return DueReport.HELD_BACK;
    }

    /** Reschedules a session that has nothing due now. */
    private DueReport reschedule(Sessions.Loaded loaded) {
        SessionState next = engine.schedule.schedule(engine.publisher.withoutUnwantedEvents(loaded.session()), now);
        boolean isOverdue = next.contact().wakeAt().filter(now::isBefore).isEmpty() && !next.isOver();
        Contact later = next.contact().withWakeAt(now.plus(SOON));
        engine.sessions.save(loaded, isOverdue ? next.with(later) : next);
        return DueReport.NOTHING;
    }
}
