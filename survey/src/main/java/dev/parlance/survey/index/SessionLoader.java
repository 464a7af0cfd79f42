package dev.parlance.survey.index;

import dev.parlance.Address;
import dev.parlance.survey.internal.EarlierRuns;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads the sessions of rows. */
public final class SessionLoader {
    private final DocumentStore store;
    private final String survey;

    /** The sessions of a survey in a store. */
    public SessionLoader(DocumentStore store, String survey) {
        this.store = store;
        this.survey = survey;
    }

    /**
     * A run of a person.
     *
     * @param person the person's address
     * @param run the number of the run
     */
    public record Run(String person, int run) {}

    /** The sessions of these runs, in their order, as far as they still exist. */
    public List<SessionState> load(List<Run> runs) {
        Map<Run, SessionState> found = new HashMap<>();
        collect(runs.stream().map(this::current).toList(), found);
        collect(
                runs.stream()
                        .filter(run -> !found.containsKey(run))
                        .map(this::earlier)
                        .toList(),
                found);
        List<SessionState> sessions = new ArrayList<>();
        for (Run run : runs) {
            Optional.ofNullable(found.get(run)).ifPresent(sessions::add);
        }
        return sessions;
    }

    private Key current(Run run) {
        return new Key(SessionState.collection(survey), run.person());
    }

    private Key earlier(Run run) {
        return new Key(
                SessionState.earlierCollection(survey), SessionState.earlierId(Address.of(run.person()), run.run()));
    }

    private void collect(List<Key> keys, Map<Run, SessionState> found) {
        for (Document document : store.loadAll(keys).values()) {
            if (!EarlierRuns.isErased(document)) {
                SessionState session = SessionState.fromJson(document.json());
                found.put(new Run(session.respondent().value(), session.run()), session);
            }
        }
    }
}
