package dev.parlance.survey;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The revisions of a survey, with their prompts. A stored revision is never deleted. */
final class Revisions {
    private final Survey current;
    private final DocumentStore store;
    private final StoredMedia media;
    private final Map<String, Survey> known = new ConcurrentHashMap<>();
    private final Map<String, Boolean> compatible = new ConcurrentHashMap<>();

    Revisions(Survey current, DocumentStore store) {
        this.current = current;
        this.store = store;
        this.media = new StoredMedia(store);
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
                        .orElseThrow(() -> new SurveyException("A session uses revision " + revision + " of \""
                                + current.name() + "\", but the store does not have this revision")));
    }

    /** The newest revision that a session of this one can continue with: the current one if it is compatible. */
    String newestFor(String revision) {
        boolean isCompatible = revision.equals(current.revision())
                || compatible.computeIfAbsent(
                        revision,
                        older -> current.incompatibilitiesWith(of(older)).isEmpty());
        if (isCompatible) {
            storeCurrent();
        }
        return isCompatible ? current.revision() : revision;
    }

    /** Stores the current revision before the first session uses it. */
    void storeCurrent() {
        if (known.containsKey(current.revision())) {
            return;
        }
        Key key = key(current.revision());
        if (store.load(key).isEmpty()) {
            media.store(current.prompts().mediaFiles().values());
            // A concurrent save writes the same document, so a conflict does not matter.
            store.save(Document.create(key, "", Optional.empty(), current.toJson()));
        }
        known.put(current.revision(), current);
    }

    private Key key(String revision) {
        return key(current.name(), revision);
    }

    static Key key(String survey, String revision) {
        return new Key(SessionState.revisionCollection(survey), revision);
    }
}
