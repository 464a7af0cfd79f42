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
        SessionState session = planned(stored, now);
        return wokenAt(next(surveyOf(session), session, now), session);
    }

    /** The session with its next wake-up time, if no channel can say that the time for an answer is over. */
    SessionState scheduleWithoutLimit(SessionState stored, Instant now) {
        SessionState session = planned(stored, now);
        return wokenAt(nextWithoutLimit(surveyOf(session), session, now), session);
    }

    private SessionState planned(SessionState stored, Instant now) {
        return WaveSchedule.planned(revisions.current(), withAskedTime(stored, now), now);
    }

    private Survey surveyOf(SessionState session) {
        return revisions.of(session.revision());
    }

    private SessionState wokenAt(Optional<Instant> time, SessionState session) {
        Optional<Instant> next = sooner(time, WaveSchedule.next(revisions.current(), session));
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
        Optional<Instant> limit = session.isOver() ? Optional.empty() : timeLimit(survey, session);
        return sooner(limit, nextWithoutLimit(survey, session, now));
    }

    /** When the survey goes on without an answer, outside quiet hours. */
    static Optional<Instant> timeLimit(Survey survey, SessionState session) {
        return SurveyMachine.answerBy(survey, session).map(time -> QuietHours.after(time, survey.timing(), session));
    }

    private static Optional<Instant> nextWithoutLimit(Survey survey, SessionState session, Instant now) {
        Optional<Instant> left = sooner(writing(session, now), session.nextRequest());
        Optional<Instant> owed = sooner(session.outbox().unsent().due(), left);
        Optional<Instant> always = sooner(publication(session.outbox(), now), owed);
        if (session.isOver()) {
            return always;
        }
        Optional<Instant> tooLate = SurveyMachine.relevantUntil(survey, session);
        Optional<Instant> waited = SurveyMachine.waitsUntil(survey, session);
        if (waited.isPresent()) {
            Optional<Instant> goesOn = waited.map(time -> QuietHours.after(time, survey.timing(), session));
            return sooner(always, sooner(goesOn, tooLate));
        }
        Instant end = expires(survey, session, now);
        boolean isEndless = survey.timing().expiry().equals(Timing.NEVER) && tooLate.isEmpty();
        Optional<Instant> due = reminder(survey, session)
                .map(time -> QuietHours.after(time, survey.timing(), session))
                .filter(end::isAfter)
                .or(() -> isEndless ? Optional.empty() : Optional.of(end));
        return sooner(always, due);
    }

    private static Optional<Instant> sooner(Optional<Instant> first, Optional<Instant> second) {
        return first.filter(time -> second.filter(time::isAfter).isEmpty()).or(() -> second);
    }

    /** When changes of the contact are written that a process may have left behind. */
    private static Optional<Instant> writing(SessionState session, Instant now) {
        return session.changes().isEmpty() ? Optional.empty() : Optional.of(now.plus(FIRST_PAUSE));
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
        Instant expires = since.plus(survey.timing().expiry());
        return SurveyMachine.relevantUntil(survey, session)
                .filter(expires::isAfter)
                .orElse(expires);
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
