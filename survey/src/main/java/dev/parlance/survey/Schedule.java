package dev.parlance.survey;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.Timing;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.state.Contact;
import dev.parlance.survey.state.Outbox;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.state.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides when a session is due next. */
record Schedule(Revisions revisions) {
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    /** The session with its next wake-up time, if it needs one. */
    SessionState schedule(SessionState stored, Instant now) {
        SessionState session = WaveSchedule.planned(revisions.current(), withAskedTime(stored, now), now);
        Optional<Instant> next = sooner(
                next(revisions.of(session.revision()), session, now), WaveSchedule.next(revisions.current(), session));
        Contact contact = session.contact();
        return session.with(next.map(contact::withWakeAt).orElseGet(contact::withoutWakeAt));
    }

    /** Earlier versions did not store when they asked for the language, so such a session neither was reminded nor expired. */
    private static SessionState withAskedTime(SessionState session, Instant now) {
        Stage stage = session.progress().stage();
        boolean isUntimed = (stage == Stage.LANGUAGE || stage == Stage.OPENING)
                && session.progress().asked().isEmpty();
        return isUntimed
                ? session.with(edit -> edit.progress = edit.progress.with(progress -> progress.asked = now))
                : session;
    }

    private static Optional<Instant> next(Survey survey, SessionState session, Instant now) {
        Optional<Instant> always = sooner(publication(session.outbox(), now), session.nextRequest());
        if (session.isOver()) {
            return always;
        }
        Optional<Instant> waited = SurveyMachine.waitsUntil(survey, session);
        if (waited.isPresent()) {
            return sooner(always, waited.map(time -> QuietHours.after(time, survey.timing(), session)));
        }
        Instant end = expires(survey, session, now);
        boolean isEndless = survey.timing().expiry().equals(Timing.NEVER);
        Optional<Instant> due = reminder(survey, session)
                .map(time -> QuietHours.after(time, survey.timing(), session))
                .filter(end::isAfter)
                .or(() -> isEndless ? Optional.empty() : Optional.of(end));
        return sooner(always, due);
    }

    private static Optional<Instant> sooner(Optional<Instant> first, Optional<Instant> second) {
        return first.filter(time -> second.filter(time::isAfter).isEmpty()).or(() -> second);
    }

    /** When waiting events are published again: the pause doubles with each failure. */
    private static Optional<Instant> publication(Outbox outbox, Instant now) {
        if (outbox.events().isEmpty()) {
            return Optional.empty();
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(outbox.failures(), 10));
        return Optional.of(now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
    }

    static Instant expires(Survey survey, SessionState session, Instant now) {
        Instant since = SurveyMachine.waitsUntil(survey, session)
                .or(() -> session.progress().asked())
                .orElse(now);
        return since.plus(survey.timing().expiry());
    }

    /** When the next reminder is due. */
    static Optional<Instant> reminder(Survey survey, SessionState session) {
        List<Duration> reminders = survey.timing().reminders();
        int sent = session.contact().reminders();
        return sent < reminders.size() && !session.isWithAgent()
                ? session.progress().asked().map(time -> time.plus(reminders.get(sent)))
                : Optional.empty();
    }
}
