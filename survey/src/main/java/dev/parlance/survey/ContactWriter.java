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

    /** Whether a session's changes can be written. While the person is being contacted, that can still fail, and then nothing is set. */
    static boolean canWrite(SessionState session) {
        return !session.changes().isEmpty() && session.contact().claim().isEmpty();
    }

    /** Writes a session's changes, if it has any. A person who is forgotten meanwhile stays forgotten. */
    void write(Address person) {
        AtomicBoolean hasWritten = new AtomicBoolean();
        Retry.untilSaved(() -> {
            Optional<Sessions.Loaded> found = engine.sessions.find(person);
            if (found.isEmpty() && hasWritten.get()) {
                engine.respondents.change(person, Respondent::forgotten);
            }
            if (found.isEmpty() || !canWrite(found.get().session())) {
                return Retry.done(true);
            }
            SessionState session = found.get().session();
            hasWritten.set(true);
            engine.respondents.changeIf(
                    person,
                    respondent -> respondent.lacks(session.survey(), session.changes()),
                    respondent -> respondent.with(session.survey(), session.changes()));
            SessionState written = engine.schedule.schedule(session.withoutChanges(), engine.clock.instant());
            return engine.sessions.save(found.get(), written) ? Retry.done(true) : Retry.again();
        });
    }
}
