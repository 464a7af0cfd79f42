package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.Surveys.EarlierAnswers;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.state.PersonHash;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import java.util.Map;
import java.util.Optional;

/**
 * The earlier runs of people who repeat a survey or take it for several occasions, one document each. A run is stored before the next one starts. A crash in
 * between leaves a document that the results ignore, because the session is still in that run.
 */
final class Runs {
    private static final String ERASED = "{}";

    private final DocumentStore store;
    private final Engine engine;
    private final Claims claims;

    Runs(DocumentStore store, Engine engine, Claims claims) {
        this.store = store;
        this.engine = engine;
        this.claims = claims;
    }

    /** Restarts the survey for a person; returns whether they had started it. */
    boolean restart(Address person, EarlierAnswers answers) {
        engine.publisher.tryToPublish(person);
        return Retry.untilSaved(() -> {
            Optional<Sessions.Loaded> loaded = engine.sessions.find(person);
            if (loaded.isEmpty()) {
                return Retry.done(false);
            }
            Respondent known = engine.respondents.load(person);
            SessionState before = loaded.get().session();
            SessionState fresh = engine.sessions
                    .create(
                            person,
                            known,
                            before.channel(),
                            before.withInvitedVariables().variables())
                    .session()
                    .withOccasion(before.occasion());
            SessionState next = next(before, fresh, answers);
            return engine.sessions.save(loaded.get(), claims.settled(next)) ? Retry.done(true) : Retry.again();
        });
    }

    /** The session of the next run, which replaces this one. */
    SessionState next(SessionState before, SessionState fresh, EarlierAnswers answers) {
        SessionState over = claims.givenUp(before);
        boolean isKept =
                answers == EarlierAnswers.KEEP && (before.hasAnswers() || isForAnother(before, fresh.occasion()));
        if (isKept) {
            saveRun(over);
        }
        if (answers == EarlierAnswers.ERASE) {
            eraseRunsBefore(before);
        }
        if (answers == EarlierAnswers.ERASE || over.progress().disposition() != Disposition.COMPLETED) {
            releasePlaces(over);
        }
        SessionState again = over.startAgain(
                        before.run() + (isKept ? 1 : 0), fresh.revision(), fresh.person(), fresh.channel())
                .withOccasion(fresh.occasion());
        return answers == EarlierAnswers.ERASE ? again.withoutHistory() : again;
    }

    /** Whether an invitation is for another occasion than the session. One without an occasion never is. */
    static boolean isForAnother(SessionState session, Optional<String> occasion) {
        return occasion.isPresent() && !occasion.equals(session.occasion());
    }

    /** A person's latest earlier run for this occasion. */
    Optional<SessionState> earlier(SessionState session, String occasion) {
        return engine.sessions.runsBefore(session).stream()
                .filter(run -> run.occasion().equals(Optional.of(occasion)))
                .reduce((first, second) -> second);
    }

    private void saveRun(SessionState over) {
        Key key = key(over, over.run());
        Retry.untilSaved(() -> {
            Document document = store.load(key)
                    .orElseGet(() -> Document.create(key, PersonHash.of(over.respondent()), Optional.empty(), ERASED));
            return store.save(document.withJson(over.toJson())) ? Retry.done(true) : Retry.again();
        });
    }

    private void eraseRunsBefore(SessionState session) {
        for (int run = 1; run < session.run(); run++) {
            Key key = key(session, run);
            Retry.untilSaved(() -> {
                Optional<Document> stored = store.load(key);
                return stored.isEmpty() || store.save(stored.get().withJson(ERASED)) ? Retry.done(true) : Retry.again();
            });
        }
    }

    private void releasePlaces(SessionState session) {
        for (Map.Entry<String, Boolean> place : session.quotas().entrySet()) {
            if (place.getValue()) {
                engine.quotas.release(engine.revisions.of(session.revision()), place.getKey(), session.respondent());
            }
        }
    }

    private static Key key(SessionState session, int run) {
        return new Key(
                SessionState.earlierCollection(session.survey()), SessionState.earlierId(session.respondent(), run));
    }
}
