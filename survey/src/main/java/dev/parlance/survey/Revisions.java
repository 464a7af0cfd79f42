package dev.parlance.survey;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The versions of a survey that people are at. Each is kept, with its prompts, as long as the store is. */
final class Revisions {
    private final Survey current;
    private final DocumentStore store;
    private final Map<String, Survey> known = new ConcurrentHashMap<>();
    private final Map<String, Boolean> fitting = new ConcurrentHashMap<>();

    Revisions(Survey current, DocumentStore store) {
        this.current = current;
        this.store = store;
    }

    Survey current() {
        return current;
    }

    /** The survey as it was at a revision. */
    Survey of(String revision) {
        if (revision.equals(current.revision())) {
            return current;
        }
        return known.computeIfAbsent(
                revision,
                any -> store.load(key(revision))
                        .map(document -> current.revisionFrom(document.json()))
                        .orElseThrow(() -> new SurveyException("The store has a session of the revision " + revision
                                + " of \"" + current.name() + "\", and not that revision")));
    }

    /** The newest revision that a session of this one can go on with: the current one, if that breaks nothing of it. */
    String newestFor(String revision) {
        boolean fits = revision.equals(current.revision())
                || fitting.computeIfAbsent(
                        revision, older -> current.breaksSince(of(older)).isEmpty());
        if (fits) {
            keepCurrent();
        }
        return fits ? current.revision() : revision;
    }

    /** Keeps the current revision, before the first session begins or goes on with it. */
    void keepCurrent() {
        if (known.containsKey(current.revision())) {
            return;
        }
        Key key = key(current.revision());
        if (store.load(key).isEmpty()) {
            // Whoever else saves it at the same time saves the same.
            store.save(Document.create(key, "", Optional.empty(), current.toJson()));
        }
        known.put(current.revision(), current);
    }

    private Key key(String revision) {
        return new Key("revision:" + current.name(), revision);
    }
}
