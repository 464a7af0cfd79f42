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
 * What was done in a sweep.
 *
 * @param begun what had been put off and was begun now
 * @param reminded who was reminded
 * @param expired who is waited for no more
 * @param published events that were told
 * @param failed sessions at which something failed; they come up again in the next sweep
 * @param held sessions that would have ended, were it not for the bound on one sweep; they are looked at again in ten minutes
 */
public record Sweep(int begun, int reminded, int expired, int published, int failed, int held) {
    private static final System.Logger LOG = System.getLogger(Surveys.class.getName());

    static final Sweep NOTHING = new Sweep(0, 0, 0, 0, 0, 0);

    private static final int PAGE = 100;
    private static final Duration LATER = Duration.ofMinutes(5);
    private static final Duration SECOND_LOOK = Duration.ofMinutes(10);
    private static final Duration SOON = Duration.ofMinutes(1);

    /** How many things were done. */
    public int done() {
        return begun + reminded + expired + published;
    }

    private Sweep and(Sweep more) {
        return new Sweep(
                begun + more.begun,
                reminded + more.reminded,
                expired + more.expired,
                published + more.published,
                failed + more.failed,
                held + more.held);
    }

    /** Does what is due, up to so many sessions. */
    static Sweep run(Engine engine, Outreach outreach, DocumentStore store, Instant now, int most, int mostExpired) {
        String shelf = Session.shelf(engine.revisions.current().name());
        Sweep all = NOTHING;
        List<Document> due = store.due(shelf, now, PAGE);
        for (int seen = 0; !due.isEmpty() && seen < most; seen += due.size(), due = store.due(shelf, now, PAGE)) {
            for (Document document : due) {
                boolean mayExpire = all.expired < mostExpired;
                all = all.and(one(engine, outreach, store, document, now, mayExpire));
            }
        }
        if (all.held > 0) {
            LOG.log(
                    Level.WARNING,
                    "{0} surveys would have ended, but one sweep ends at most {1}. They are looked at again in {2} minutes."
                            + " Is the clock of this machine right?",
                    all.held,
                    mostExpired,
                    SECOND_LOOK.toMinutes());
        }
        return all;
    }

    private static Sweep one(
            Engine engine, Outreach outreach, DocumentStore store, Document document, Instant now, boolean mayExpire) {
        try {
            return one(engine, outreach, Sessions.loaded(document), now, mayExpire);
        } catch (RuntimeException | Error e) {
            LOG.log(
                    Level.ERROR,
                    "A session could not be swept; it is tried again in " + LATER.toMinutes() + " minutes",
                    e);
            // It must not stand in the way of others that are due.
            store.load(document.key())
                    .filter(kept -> kept.version() == document.version())
                    .ifPresent(kept -> store.save(kept.withWakeAt(Optional.of(now.plus(LATER)))));
            return new Sweep(0, 0, 0, 0, 1, 0);
        }
    }

    private static Sweep one(Engine engine, Outreach outreach, Sessions.Loaded loaded, Instant now, boolean mayExpire) {
        Session session = loaded.session();
        if (session.contact().claim().isPresent()) {
            boolean isDone = outreach.resume(loaded).filter(Begun.DONE::equals).isPresent();
            return isDone ? new Sweep(1, 0, 0, 0, 0, 0) : NOTHING;
        }
        int published = session.outbox().events().isEmpty() ? 0 : engine.publisher.publish(session.respondent());
        if (published > 0) {
            return new Sweep(0, 0, 0, published, 0, 0);
        }
        Survey survey = engine.revisions.of(session.revision());
        if (session.isOver()) {
            return waitOn(engine, loaded, survey, now);
        }
        if (!Schedule.expires(survey, session, now).isAfter(now)) {
            return mayExpire ? expire(engine, loaded, survey, now) : hold(engine, loaded, now);
        }
        boolean isTimeToRemind = Schedule.reminder(survey, session)
                .filter(time ->
                        !QuietHours.after(time, survey.timing(), session).isAfter(now))
                .isPresent();
        if (!isTimeToRemind) {
            return waitOn(engine, loaded, survey, now);
        }
        if (!outreach.canRemind(session)) {
            Contact reminded =
                    session.contact().reminders(survey.timing().reminders().size());
            return waitOn(engine, new Sessions.Loaded(loaded.document(), session.with(reminded)), survey, now);
        }
        return outreach.remind(loaded) == Begun.DONE ? new Sweep(0, 1, 0, 0, 0, 0) : NOTHING;
    }

    private static Sweep expire(Engine engine, Sessions.Loaded loaded, Survey survey, Instant now) {
        Session over = engine.publisher.withoutUnheard(
                SurveyMachine.giveUp(survey, loaded.session(), now).session());
        Session next = Schedule.schedule(survey, over, now);
        if (engine.sessions.save(loaded, next)) {
            engine.givePlacesBack(survey, next);
            engine.tell(next.respondent());
            return new Sweep(0, 0, 1, 0, 0, 0);
        }
        return NOTHING;
    }

    /** A clock that has jumped must not end every survey at once. */
    private static Sweep hold(Engine engine, Sessions.Loaded loaded, Instant now) {
        Session session = engine.publisher.withoutUnheard(loaded.session());
        Instant again = now.plus(SECOND_LOOK);
        engine.sessions.save(loaded, session.with(session.contact().wakingAt(again)));
        return new Sweep(0, 0, 0, 0, 0, 1);
    }

    /** Nothing is to be done now: the session is looked at again when something may be. */
    private static Sweep waitOn(Engine engine, Sessions.Loaded loaded, Survey survey, Instant now) {
        Session next = Schedule.schedule(survey, engine.publisher.withoutUnheard(loaded.session()), now);
        boolean isOverdue = next.contact().wakeAt().filter(now::isBefore).isEmpty() && !next.isOver();
        Contact later = next.contact().wakingAt(now.plus(SOON));
        engine.sessions.save(loaded, isOverdue ? next.with(later) : next);
        return NOTHING;
    }
}
