package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.machine.Session;
import dev.parlance.survey.store.StoreException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Tells listeners what is in a session's outbox: in order, until one fails, and again later what was not told. */
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

    /** Without anybody who listens, nothing waits to be told. */
    Session withoutUnheard(Session session) {
        return sinks.isEmpty() ? session.with(session.outbox().withoutEvents()) : session;
    }

    /** Tells what a session has to tell, or leaves it to the sweep if the store cannot be reached just now. */
    void tryToPublish(Address person) {
        try {
            publish(person);
        } catch (StoreException e) {
            LOG.log(Level.WARNING, "Events could not be told now; the sweep will", e);
        }
    }

    /** Tells what a session has to tell; how many events were told. */
    int publish(Address person) {
        Optional<Sessions.Loaded> loaded = sessions.find(person);
        if (loaded.isEmpty() || loaded.get().session().outbox().events().isEmpty()) {
            return 0;
        }
        Session session = loaded.get().session();
        List<Published> told = tell(session.outbox().events().stream()
                .map(event -> new Published(event, session))
                .toList());
        if (!told.isEmpty()) {
            forget(person, told.get(told.size() - 1).event().sequence());
        }
        return told.size();
    }

    /** Each is told of what all before have taken: what one has not taken is told again to all. */
    private List<Published> tell(List<Published> events) {
        List<Published> told = events;
        for (EventSink sink : sinks) {
            told = told.isEmpty() ? told : told.subList(0, tell(sink, told));
        }
        return told;
    }

    private static int tell(EventSink sink, List<Published> events) {
        try {
            return Math.max(0, Math.min(sink.tell(events), events.size()));
        } catch (RuntimeException | Error e) {
            LOG.log(
                    Level.WARNING,
                    "A listener failed at events of " + events.get(0).session() + "; it will be told again",
                    e);
            return 0;
        }
    }

    private void forget(Address person, long last) {
        Retry.untilSaved(() -> {
            Optional<Sessions.Loaded> loaded = sessions.find(person);
            if (loaded.isEmpty()) {
                return Retry.done(true);
            }
            Session session = loaded.get().session();
            Session told = session.with(session.outbox().publishedUpTo(last));
            boolean isClaimed = told.contact().claim().isPresent();
            Session next = isClaimed ? told : Schedule.schedule(revisions.of(told.revision()), told, clock.instant());
            return sessions.save(loaded.get(), next) ? Retry.done(true) : Retry.again();
        });
    }
}
