package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.machine.Disposition;
import dev.parlance.survey.machine.Session;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import java.util.Map;
import java.util.Optional;

/**
 * The earlier runs of people who take a survey again, each a document of its own. A run is kept before the next one begins:
 * a crash between leaves a document that the results do not look at, as the person's session is still in that run.
 */
final class Runs {
    private static final String FORGOTTEN = "{}";

    private final DocumentStore store;
    private final Engine engine;
    private final Claims claims;

    Runs(DocumentStore store, Engine engine, Claims claims) {
        this.store = store;
        this.engine = engine;
        this.claims = claims;
    }

    /** What becomes of the answers before a restart. */
    enum Earlier {
        KEPT,
        FORGOTTEN
    }

    /** Starts a person again; whether there was anything to start again from. */
    boolean restart(Address person, Earlier earlier) {
        engine.publisher.tryToPublish(person);
        return Retry.untilSaved(() -> {
            Optional<Sessions.Loaded> loaded = engine.sessions.find(person);
            if (loaded.isEmpty()) {
                return Retry.done(false);
            }
            Respondent known = engine.respondents.load(person);
            Session before = loaded.get().session();
            Session fresh = engine.sessions
                    .begin(person, known, before.channel(), before.person().variables())
                    .session();
            Session next = next(before, fresh, earlier);
            return engine.sessions.save(loaded.get(), claims.settled(next)) ? Retry.done(true) : Retry.again();
        });
    }

    /** The session of the next run, in place of this one. */
    Session next(Session before, Session fresh, Earlier earlier) {
        Session over = claims.givenUp(before);
        boolean isKept = earlier == Earlier.KEPT && before.hasAnswers();
        if (isKept) {
            keep(over);
        }
        if (earlier == Earlier.FORGOTTEN) {
            forgetRunsBefore(before);
        }
        if (earlier == Earlier.FORGOTTEN || over.progress().disposition() != Disposition.COMPLETED) {
            givePlacesBack(over);
        }
        return over.startAgain(before.run() + (isKept ? 1 : 0), fresh.revision(), fresh.person(), fresh.channel());
    }

    private void keep(Session over) {
        Key key = key(over, over.run());
        Retry.untilSaved(() -> {
            Document document = store.load(key)
                    .orElseGet(() ->
                            Document.create(key, Respondent.hash(over.respondent()), Optional.empty(), FORGOTTEN));
            return store.save(document.withJson(over.toJson())) ? Retry.done(true) : Retry.again();
        });
    }

    private void forgetRunsBefore(Session session) {
        for (int run = 1; run < session.run(); run++) {
            Key key = key(session, run);
            Retry.untilSaved(() -> {
                Optional<Document> kept = store.load(key);
                return kept.isEmpty() || store.save(kept.get().withJson(FORGOTTEN)) ? Retry.done(true) : Retry.again();
            });
        }
    }

    private void givePlacesBack(Session session) {
        for (Map.Entry<String, Boolean> place : session.quotas().entrySet()) {
            if (place.getValue()) {
                engine.quotas.release(engine.revisions.of(session.revision()), place.getKey(), session.respondent());
            }
        }
    }

    private static Key key(Session session, int run) {
        return new Key(Session.earlierShelf(session.survey()), Session.earlierId(session.respondent(), run));
    }
}
