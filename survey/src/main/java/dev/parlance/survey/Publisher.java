package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.survey.state.DeliveredEvent;
import dev.parlance.survey.state.SessionState;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Delivers the events in a session's outbox in order. What a sink does not accept is delivered to it later. */
final class Publisher {
    private static final System.Logger LOG = System.getLogger(Surveys.class.getName());

    private final Sessions sessions;
    private final Schedule schedule;
    private final EventSink sinks;
    private final boolean hasListeners;
    private final Clock clock;

    Publisher(Sessions sessions, Schedule schedule, List<EventSink> sinks, Clock clock) {
        this.sessions = sessions;
        this.schedule = schedule;
        this.sinks = new SeveralSinks(List.copyOf(sinks));
        this.hasListeners = !sinks.isEmpty();
        this.clock = clock;
    }

    boolean wantsForms() {
        return sinks.wantsForms();
    }

    boolean hasListeners() {
        return hasListeners;
    }

    /** Drops the session's events if there are no listeners. */
    SessionState withoutUnwantedEvents(SessionState session) {
        return hasListeners ? session : session.with(session.outbox().withoutEvents());
    }

    /** Publishes a session's events, or leaves them to {@code runDue} if that fails, for example because of the store. */
    void tryToPublish(Address person) {
        try {
            publish(person);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "Could not publish events now; runDue will try again", e);
        }
    }

    /** Publishes a session's events; returns how many were delivered. */
    int publish(Address person) {
        Optional<Sessions.Loaded> loaded = sessions.find(person);
        if (loaded.isEmpty() || loaded.get().session().outbox().events().isEmpty()) {
            return 0;
        }
        SessionState session = loaded.get().session();
        List<SurveyEvent> events = session.outbox().events().stream()
                .<SurveyEvent>map(event -> new DeliveredEvent(event, session))
                .toList();
        int delivered = sinks.publish(events);
        if (delivered > 0) {
            removeDelivered(person, events.get(delivered - 1).sequence());
        }
        return delivered;
    }

    private void removeDelivered(Address person, long last) {
        Retry.untilSaved(() -> {
            Optional<Sessions.Loaded> loaded = sessions.find(person);
            if (loaded.isEmpty()) {
                return Retry.done(true);
            }
            SessionState session = loaded.get().session();
            SessionState delivered = session.with(session.outbox().publishedUpTo(last));
            boolean isClaimed = delivered.contact().claim().isPresent();
            SessionState next = isClaimed ? delivered : schedule.schedule(delivered, clock.instant());
            return sessions.save(loaded.get(), next) ? Retry.done(true) : Retry.again();
        });
    }
}
