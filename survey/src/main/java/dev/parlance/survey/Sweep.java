package dev.parlance.survey;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Session;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.SessionStore;
import java.lang.System.Logger.Level;
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
 */
public record Sweep(int begun, int reminded, int expired, int published, int failed) {
    private static final System.Logger LOG = System.getLogger(Surveys.class.getName());

    static final Sweep NOTHING = new Sweep(0, 0, 0, 0, 0);

    private static final int PAGE = 100;

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
                failed + more.failed);
    }

    /** Does what is due, up to so many sessions. */
    static Sweep run(Engine engine, Outreach outreach, SessionStore store, Instant now, int most) {
        Sweep all = NOTHING;
        String shelf = Sessions.shelf(engine.revisions.current().name());
        List<Key> due = store.due(now, Math.min(most, PAGE));
        int seen = 0;
        while (!due.isEmpty() && seen < most) {
            int before = all.done();
            for (Key key : due) {
                seen++;
                if (key.shelf().equals(shelf)) {
                    all = all.and(one(engine, outreach, store, key, now));
                }
            }
            // What failed, or is another survey's, is still due: without progress, another round would be the same.
            if (all.done() == before) {
                break;
            }
            due = store.due(now, PAGE);
        }
        return all;
    }

    private static Sweep one(Engine engine, Outreach outreach, SessionStore store, Key key, Instant now) {
        try {
            Optional<Sessions.Loaded> loaded = store.load(key).map(Sessions::loaded);
            boolean isDue = loaded.flatMap(one -> one.session().contact().wakeAt())
                    .filter(time -> !time.isAfter(now))
                    .isPresent();
            return isDue ? one(engine, outreach, loaded.orElseThrow(), now) : NOTHING;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A session could not be swept; the next sweep tries again", e);
            return new Sweep(0, 0, 0, 0, 1);
        }
    }

    private static Sweep one(Engine engine, Outreach outreach, Sessions.Loaded loaded, Instant now) {
        Session session = loaded.session();
        if (session.contact().claim().isPresent()) {
            return outreach.resume(loaded).isPresent() ? new Sweep(1, 0, 0, 0, 0) : NOTHING;
        }
        int published = session.outbox().events().isEmpty() ? 0 : engine.publisher.publish(session.respondent());
        if (published > 0) {
            return new Sweep(0, 0, 0, published, 0);
        }
        Survey survey = engine.revisions.of(session.revision());
        if (session.isOver()) {
            return waitOn(engine, loaded, survey, now);
        }
        if (!Schedule.expires(survey, session, now).isAfter(now)) {
            return expire(engine, loaded, survey, now);
        }
        boolean isTimeToRemind = Schedule.reminder(survey, session)
                .filter(time ->
                        !QuietHours.after(time, survey.timing(), session).isAfter(now))
                .isPresent();
        if (isTimeToRemind && outreach.remind(loaded) == Begun.DONE) {
            return new Sweep(0, 1, 0, 0, 0);
        }
        return waitOn(engine, loaded, survey, now);
    }

    private static Sweep expire(Engine engine, Sessions.Loaded loaded, Survey survey, Instant now) {
        Session over = engine.publisher.withoutUnheard(
                SurveyMachine.giveUp(survey, loaded.session(), now).session());
        Session next = over.with(over.contact().wakeAt(Schedule.next(survey, over, now)));
        if (engine.sessions.save(loaded, next)) {
            engine.givePlacesBack(survey, next);
            engine.tell(next.respondent());
            return new Sweep(0, 0, 1, 0, 0);
        }
        return NOTHING;
    }

    /** Nothing is to be done now: the session is looked at again when something may be. */
    private static Sweep waitOn(Engine engine, Sessions.Loaded loaded, Survey survey, Instant now) {
        Session session = engine.publisher.withoutUnheard(loaded.session());
        Optional<Instant> next =
                Schedule.next(survey, session, now).map(time -> time.isAfter(now) ? time : now.plusSeconds(60));
        engine.sessions.save(loaded, session.with(session.contact().wakeAt(next)));
        return NOTHING;
    }
}
