package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.state.SessionState;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Writes what a session has set into the person's contact. The session decides and is saved first, with its changes. Then they
 * are written into the contact, which notes the last one of each survey, and removed from the session. After a crash in between,
 * the next turn or {@code runDue} finds them in the session and continues from there; none is written twice.
 */
final class ContactWriter {
    private final Engine engine;

    ContactWriter(Engine engine) {
        this.engine = engine;
    }

    /** Writes a session's changes, if it has any. A person who is forgotten meanwhile stays forgotten. */
    void write(Address person) {
        AtomicBoolean hasWritten = new AtomicBoolean();
        Retry.untilSaved(() -> {
            Optional<Sessions.Loaded> found = engine.sessions.find(person);
            if (found.isEmpty() && hasWritten.get()) {
                engine.respondents.change(person, Respondent::forgotten);
            }
            if (found.isEmpty() || found.get().session().changes().isEmpty()) {
                return Retry.done(true);
            }
            SessionState session = found.get().session();
            hasWritten.set(true);
            engine.respondents.changeIf(
                    person,
                    respondent -> respondent.lacks(session.survey(), session.changes()),
                    respondent -> respondent.with(session.survey(), session.changes()));
            return engine.sessions.save(found.get(), written(session)) ? Retry.done(true) : Retry.again();
        });
    }

    private SessionState written(SessionState session) {
        SessionState written = session.withoutChanges();
        boolean isClaimed = written.contact().claim().isPresent();
        return isClaimed
                ? written
                : engine.schedule.schedule(written, engine.clock.instant());
    }
}
