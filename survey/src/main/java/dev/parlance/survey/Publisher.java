package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.machine.Session;
import dev.parlance.survey.machine.SurveyEvent;
import dev.parlance.survey.store.StoreException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells listeners what is in a session's outbox: in order, until one fails, and again later what was not told. */
final class Publisher {
    private static final System.Logger LOG = System.getLogger(Surveys.class.getName());

    private final Sessions sessions;
    private final Revisions revisions;
    private final List<Listener> listeners;
    private final Clock clock;

    /** Who listens to which events. */
    record Listener(Optional<SurveyEvent.Type> type, Consumer<Published> action) {
        boolean wants(SurveyEvent event) {
            return type.isEmpty() || type.get() == event.type();
        }
    }

    Publisher(Sessions sessions, Revisions revisions, List<Listener> listeners, Clock clock) {
        this.sessions = sessions;
        this.revisions = revisions;
        this.listeners = List.copyOf(listeners);
        this.clock = clock;
    }

    boolean hasListeners() {
        return !listeners.isEmpty();
    }

    /** Without anybody who listens, nothing waits to be told. */
    Session withoutUnheard(Session session) {
        return listeners.isEmpty() ? session.with(session.outbox().withoutEvents()) : session;
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
        int told = 0;
        long last = 0;
        for (SurveyEvent event : loaded.get().session().outbox().events()) {
            if (!tell(new Published(event, loaded.get().session()))) {
                break;
            }
            last = event.sequence();
            told++;
        }
        if (told > 0) {
            forget(person, last);
        }
        return told;
    }

    private boolean tell(Published published) {
        for (Listener listener : listeners) {
            if (listener.wants(published.event())) {
                try {
                    listener.action().accept(published);
                } catch (RuntimeException e) {
                    LOG.log(
                            Level.WARNING,
                            "A listener failed at " + published.event().type() + " of " + published.session()
                                    + "; it will be told again",
                            e);
                    return false;
                }
            }
        }
        return true;
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
