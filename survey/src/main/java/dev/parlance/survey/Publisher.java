package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.machine.Session;
import dev.parlance.survey.store.StoreException;
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
    Session withoutUnwantedEvents(Session session) {
        return sinks.isEmpty() ? session.with(session.outbox().withoutEvents()) : session;
    }

    /** Publishes a session's events, or leaves them to {@code runDue} if the store fails. */
    void tryToPublish(Address person) {
        try {
            publish(person);
        } catch (StoreException e) {
            LOG.log(Level.WARNING, "Could not publish events now; runDue will try again", e);
        }
    }

    /** Publishes a session's events; returns how many were delivered. */
    int publish(Address person) {
        Optional<Sessions.Loaded> loaded = sessions.find(person);
        if (loaded.isEmpty() || loaded.get().session().outbox().events().isEmpty()) {
            return 0;
        }
        Session session = loaded.get().session();
        List<SurveyEventEnvelope> delivered = deliver(session.outbox().events().stream()
                .map(event -> new SurveyEventEnvelope(event, session))
                .toList());
        if (!delivered.isEmpty()) {
            removeDelivered(person, delivered.get(delivered.size() - 1).event().sequence());
        }
        return delivered.size();
    }

    /** Each sink gets the events that all sinks before it accepted. Events that a sink rejects are delivered to all again. */
    private List<SurveyEventEnvelope> deliver(List<SurveyEventEnvelope> events) {
        List<SurveyEventEnvelope> delivered = events;
        for (EventSink sink : sinks) {
            delivered = delivered.isEmpty() ? delivered : delivered.subList(0, deliver(sink, delivered));
        }
        return delivered;
    }

    private static int deliver(EventSink sink, List<SurveyEventEnvelope> events) {
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
            Session session = loaded.get().session();
            Session delivered = session.with(session.outbox().publishedUpTo(last));
            boolean isClaimed = delivered.contact().claim().isPresent();
            Session next = isClaimed
                    ? delivered
                    : Schedule.schedule(revisions.of(delivered.revision()), delivered, clock.instant());
            return sessions.save(loaded.get(), next) ? Retry.done(true) : Retry.again();
        });
    }
}
