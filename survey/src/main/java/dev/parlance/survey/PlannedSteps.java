package dev.parlance.survey;

import dev.parlance.survey.PlannedStep.Kind;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.Timing;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Foretells what is due next in each session, from the times that the sessions are stored with. */
record PlannedSteps(Engine engine, DocumentStore store) {
    private static final Duration FAR = Duration.ofDays(400);

    /** The soonest first. */
    List<PlannedStep> next(int limit) {
        Instant now = engine.clock.instant();
        String shelf = SessionState.collection(engine.revisions.current().name());
        return store.due(shelf, now.plus(FAR), limit).stream()
                .flatMap(document -> steps(document, now))
                .sorted(Comparator.comparing(PlannedStep::at))
                .limit(limit)
                .toList();
    }

    private Stream<PlannedStep> steps(Document document, Instant now) {
        SessionState session = Sessions.loaded(document).session();
        Optional<Instant> wake = document.wakeAt();
        if (wake.isEmpty()) {
            return Stream.empty();
        }
        Survey survey = engine.revisions.of(session.revision());
        PlannedStep first = new PlannedStep(wake.get(), kind(survey, session, wake.get(), now), session.respondent());
        return first.kind() == Kind.REMINDER
                ? Stream.concat(Stream.of(first), expiry(survey, session, now))
                : Stream.of(first);
    }

    /** A reminder is followed by the expiry, unless the survey never expires. */
    private static Stream<PlannedStep> expiry(Survey survey, SessionState session, Instant now) {
        return survey.timing().expiry().equals(Timing.NEVER)
                ? Stream.empty()
                : Stream.of(new PlannedStep(Schedule.expires(survey, session, now), Kind.EXPIRY, session.respondent()));
    }

    private Kind kind(Survey survey, SessionState session, Instant wake, Instant now) {
        if (isAt(wake, WaveSchedule.next(engine.revisions.current(), session))) {
            return Kind.WAVE;
        }
        if (session.isOver()) {
            return Kind.RETRY;
        }
        if (isAt(wake, Schedule.timeLimit(survey, session)) || isAt(wake, waited(survey, session))) {
            return Kind.CONTINUATION;
        }
        Optional<Instant> reminder =
                Schedule.reminder(survey, session).map(time -> QuietHours.after(time, survey.timing(), session));
        if (isAt(wake, reminder)) {
            return Kind.REMINDER;
        }
        return isAt(wake, Optional.of(Schedule.expires(survey, session, now))) ? Kind.EXPIRY : Kind.RETRY;
    }

    private static Optional<Instant> waited(Survey survey, SessionState session) {
        return SurveyMachine.waitsUntil(survey, session).map(time -> QuietHours.after(time, survey.timing(), session));
    }

    /** Stores keep milliseconds. */
    private static boolean isAt(Instant wake, Optional<Instant> time) {
        return time.filter(each -> each.toEpochMilli() == wake.toEpochMilli()).isPresent();
    }
}
