package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.survey.state.DeliveredEvent;
import dev.parlance.survey.state.SessionState;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Delivers the events in a session's outbox in order. It stops at the first failure, and the rest is delivered later. */
final class Publisher {
    private static final System.Logger LOG = System.getLogger(Surveys.class.getName());

    private final Sessions sessions;
    private final Revisions revisions;
    private final List<EventSink> sinks;
    private final Clock clock;

    Publisher(Sessions sessions, Revisions revisions, List<EventSink> sinks, Clock clock) {
        this.sessions = sessions;
        this.revisions = revisions;
        this.sinks = List.copyOf(sinks);
        this.clock = clock;
    }

    boolean wantsForms() {
        return sinks.stream().anyMatch(EventSink::wantsForms);
    }

    boolean hasListeners() {
        return !sinks.isEmpty();
    }

    /** Drops the session's events if there are no listeners. */
    SessionState withoutUnwantedEvents(SessionState session) {
        return sinks.isEmpty() ? session.with(session.outbox().withoutEvents()) : session;
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
        List<SurveyEvent> delivered = deliver(session.outbox().events().stream()
                .<SurveyEvent>map(event -> new DeliveredEvent(event, session))
                .toList());
        if (!delivered.isEmpty()) {
            removeDelivered(person, delivered.get(delivered.size() - 1).sequence());
        }
        return delivered.size();
    }

    /** Each sink gets the events that all sinks before it accepted. Events that a sink rejects are delivered to all again. */
    private List<SurveyEvent> deliver(List<SurveyEvent> events) {
        List<SurveyEvent> delivered = events;
        for (EventSink sink : sinks) {
            delivered = delivered.isEmpty() ? delivered : delivered.subList(0, deliver(sink, delivered));
        }
        return delivered;
    }

    private static int deliver(EventSink sink, List<SurveyEvent> events) {
        try {
            return Math.max(0, Math.min(sink.publish(events), events.size()));
        } catch (RuntimeException | Error e) {
            LOG.log(
                    Level.WARNING,
                    "A listener failed on events of " + events.get(0).session() + "; they will be delivered again",
                    e);
            return 0;
        }
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
            SessionState next = isClaimed
                    ? delivered
                    : Schedule.schedule(revisions.of(delivered.revision()), delivered, clock.instant());
            return sessions.save(loaded.get(), next) ? Retry.done(true) : Retry.again();
        });
    }
}
