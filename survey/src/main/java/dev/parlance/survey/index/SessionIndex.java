package dev.parlance.survey.index;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.internal.EarlierRuns;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The sessions of a survey, read from the store. */
public final class SessionIndex {
    private static final int PAGE = 500;

    private final DocumentStore store;
    private final Survey survey;
    private final Function<String, Survey> revisions;

    /**
     * An index that is built when it is first used.
     *
     * @param revisions finds the survey for a revision
     */
    public SessionIndex(DocumentStore store, Survey survey, Function<String, Survey> revisions) {
        this.store = store;
        this.survey = survey;
        this.revisions = revisions;
    }

    /** All sessions. */
    public Snapshot current() {
        IndexWriter writer = new IndexWriter(new Schema(survey, revisions));
        EarlierRuns earlier = new EarlierRuns(store);
        String last = "";
        List<Document> page;
        do {
            page = store.page(SessionState.collection(survey.name()), last, PAGE);
            List<SessionState> sessions = page.stream()
                    .map(document -> SessionState.fromJson(document.json()))
                    .toList();
            List<List<SessionState>> before = earlier.before(sessions);
            for (int i = 0; i < sessions.size(); i++) {
                List<SessionState> runs = new ArrayList<>(before.get(i));
                runs.add(sessions.get(i));
                writer.put(runs, (int) page.get(i).version());
                last = page.get(i).key().id();
            }
        } while (page.size() == PAGE);
        return writer.snapshot();
    }
}
