package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds what people answered in the newest run that they completed of a survey in the store. */
final class CompletedRuns {
    /** The content of an erased run. */
    private static final String ERASED = "{}";

    private final DocumentStore store;

    CompletedRuns(DocumentStore store) {
        this.store = store;
    }

    /** The newest completed run of a survey. */
    Optional<SessionState> newest(String survey, Address person) {
        Optional<SessionState> last = load(new Key(SessionState.collection(survey), person.value()));
        if (last.filter(CompletedRuns::isCompleted).isPresent()) {
            return last;
        }
        for (int run = last.map(SessionState::run).orElse(1) - 1; run > 0; run--) {
            Optional<SessionState> earlier =
                    load(new Key(SessionState.earlierCollection(survey), SessionState.earlierId(person, run)));
            if (earlier.filter(CompletedRuns::isCompleted).isPresent()) {
                return earlier;
            }
        }
        return Optional.empty();
    }

    private Optional<SessionState> load(Key key) {
        return store.load(key)
                .map(Document::json)
                .filter(json -> !json.equals(ERASED))
                .map(SessionState::fromJson);
    }

    private static boolean isCompleted(SessionState session) {
        return session.progress().disposition() == Disposition.COMPLETED;
    }

    /** The values of a run's answers. */
    static Map<String, Value> answers(SessionState run) {
        Map<String, Value> answers = new HashMap<>();
        run.answers().values().stream()
                .filter(Answer::isGiven)
                .forEach(answer -> answers.put(answer.question(), answer.value()));
        return answers;
    }
}
