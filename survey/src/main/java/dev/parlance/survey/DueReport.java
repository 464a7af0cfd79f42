package dev.parlance.survey;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Contact;
import dev.parlance.survey.machine.Session;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The result of a sweep.
 *
 * @param started postponed contacts that were made
 * @param reminded reminders that were sent
 * @param expired sessions that expired
 * @param published events that were delivered
 * @param failed sessions that failed; the sweep tries them again in five minutes
 * @param heldBack sessions held back by the limit on expiry per sweep; they are checked again in ten minutes
 */
public record DueReport(int started, int reminded, int expired, int published, int failed, int heldBack) {
    private static final System.Logger LOG = System.getLogger(Surveys.class.getName());

    static final DueReport NOTHING = new DueReport(0, 0, 0, 0, 0, 0);

    private static final int PAGE = 100;
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(5);
    private static final Duration HOLD = Duration.ofMinutes(10);
    private static final Duration SOON = Duration.ofMinutes(1);

    /** The total number of actions. */
    public int done() {
        return started + reminded + expired + published;
    }

    private DueReport plus(DueReport more) {
        return new DueReport(
                started + more.started,
                reminded + more.reminded,
                expired + more.expired,
                published + more.published,
                failed + more.failed,
                heldBack + more.heldBack);
    }

    /** Does what is due for a limited number of sessions. */
    static DueReport run(Engine engine, Outreach outreach, DocumentStore store, Instant now, int max, int maxExpired) {
        String shelf = Session.collection(engine.revisions.current().name());
        DueReport all = NOTHING;
        List<Document> due = store.due(shelf, now, PAGE);
        for (int seen = 0; !due.isEmpty() && seen < max; seen += due.size(), due = store.due(shelf, now, PAGE)) {
            for (Document document : due) {
                boolean mayExpire = all.expired < maxExpired;
                all = all.plus(sweepSafely(engine, outreach, store, document, now, mayExpire));
            }
        }
        if (all.heldBack > 0) {
            LOG.log(
                    Level.WARNING,
                    "Held back {0} sessions from expiry, because a sweep ends at most {1}. They are checked again in {2} minutes."
                            + " Check this machine's clock.",
                    all.heldBack,
                    maxExpired,
                    HOLD.toMinutes());
        }
        return all;
    }

    private static DueReport sweepSafely(
            Engine engine, Outreach outreach, DocumentStore store, Document document, Instant now, boolean mayExpire) {
        try {
            return sweep(engine, outreach, Sessions.loaded(document), now, mayExpire);
        } catch (RuntimeException | Error e) {
            LOG.log(
                    Level.ERROR,
                    "Could not sweep a session; trying again in " + AFTER_FAILURE.toMinutes() + " minutes",
                    e);
            // Don't let it block other sessions that are due.
            store.load(document.key())
                    .filter(kept -> kept.version() == document.version())
                    .ifPresent(kept -> store.save(kept.withWakeAt(Optional.of(now.plus(AFTER_FAILURE)))));
            return new DueReport(0, 0, 0, 0, 1, 0);
        }
    }

    private static DueReport sweep(
            Engine engine, Outreach outreach, Sessions.Loaded loaded, Instant now, boolean mayExpire) {
        Session session = loaded.session();
        if (session.contact().claim().isPresent()) {
            boolean isDone =
                    outreach.resume(loaded).filter(StartResult.STARTED::equals).isPresent();
            return isDone ? new DueReport(1, 0, 0, 0, 0, 0) : NOTHING;
        }
        int published = session.outbox().events().isEmpty() ? 0 : engine.publisher.publish(session.respondent());
        if (published > 0) {
            return new DueReport(0, 0, 0, published, 0, 0);
        }
        Survey survey = engine.revisions.of(session.revision());
        if (session.isOver()) {
            return reschedule(engine, loaded, survey, now);
        }
        if (!Schedule.expires(survey, session, now).isAfter(now)) {
            return mayExpire ? expire(engine, loaded, survey, now) : hold(engine, loaded, now);
        }
        boolean isTimeToRemind = Schedule.reminder(survey, session)
                .filter(time ->
                        !QuietHours.after(time, survey.timing(), session).isAfter(now))
                .isPresent();
        if (!isTimeToRemind) {
            return reschedule(engine, loaded, survey, now);
        }
        if (!outreach.canRemind(session)) {
            Contact reminded =
                    session.contact().withReminders(survey.timing().reminders().size());
            return reschedule(engine, new Sessions.Loaded(loaded.document(), session.with(reminded)), survey, now);
        }
        return outreach.remind(loaded) == StartResult.STARTED ? new DueReport(0, 1, 0, 0, 0, 0) : NOTHING;
    }

    private static DueReport expire(Engine engine, Sessions.Loaded loaded, Survey survey, Instant now) {
        Session over = engine.publisher.withoutUnwantedEvents(
                SurveyMachine.giveUp(survey, loaded.session(), now).session());
        Session next = Schedule.schedule(survey, over, now);
        if (engine.sessions.save(loaded, next)) {
            engine.releasePlaces(survey, next);
            engine.publish(next.respondent());
            return new DueReport(0, 0, 1, 0, 0, 0);
        }
        return NOTHING;
    }

    /** Holds back an expiry, so that a wrong clock does not end every session at once. */
    private static DueReport hold(Engine engine, Sessions.Loaded loaded, Instant now) {
        Session session = engine.publisher.withoutUnwantedEvents(loaded.session());
        Instant again = now.plus(HOLD);
        engine.sessions.save(loaded, session.with(session.contact().withWakeAt(again)));
        return new DueReport(0, 0, 0, 0, 0, 1);
    }

    /** Reschedules a session that has nothing due now. */
    private static DueReport reschedule(Engine engine, Sessions.Loaded loaded, Survey survey, Instant now) {
        Session next = Schedule.schedule(survey, engine.publisher.withoutUnwantedEvents(loaded.session()), now);
        boolean isOverdue = next.contact().wakeAt().filter(now::isBefore).isEmpty() && !next.isOver();
        Contact later = next.contact().withWakeAt(now.plus(SOON));
        engine.sessions.save(loaded, isOverdue ? next.with(later) : next);
        return NOTHING;
    }
}
