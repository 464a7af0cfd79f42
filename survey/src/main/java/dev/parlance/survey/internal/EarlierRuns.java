package dev.parlance.survey.internal;

import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads people's earlier runs. */
public final class EarlierRuns {
    /** The content of an erased run. */
    private static final String ERASED = "{}";

    private final DocumentStore store;

    /** The earlier runs in a store. */
    public EarlierRuns(DocumentStore store) {
        this.store = store;
    }

    /** A person's earlier runs that were not erased, the first one first. */
    public List<SessionState> before(SessionState session) {
        return before(List.of(session)).get(0);
    }

    /** The earlier runs of each of these people, loaded together. */
    public List<List<SessionState>> before(List<SessionState> sessions) {
        List<Key> all = sessions.stream()
                .flatMap(session -> keysBefore(session).stream())
                .toList();
        Map<Key, Document> found = all.isEmpty() ? Map.of() : store.loadAll(all);
        return sessions.stream()
                .map(session -> keysBefore(session).stream()
                        .flatMap(key -> Optional.ofNullable(found.get(key)).stream())
                        .filter(document -> !isErased(document))
                        .map(document -> SessionState.fromJson(document.json()))
                        .toList())
                .toList();
    }

    /** Whether a run was erased; then nothing of it is left. */
    public static boolean isErased(Document run) {
        return run.json().equals(ERASED);
    }

    private static List<Key> keysBefore(SessionState session) {
        List<Key> keys = new ArrayList<>();
        for (int run = 1; run < session.run(); run++) {
            keys.add(new Key(
                    SessionState.earlierCollection(session.survey()),
                    SessionState.earlierId(session.respondent(), run)));
        }
        return keys;
    }
}
