package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.DocumentStore;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What people answered in other surveys of the store. Logs what does not fit, once for each revision of another survey. */
final class OtherSurveys {
    private static final System.Logger LOG = System.getLogger(Surveys.class.getName());

    private final Survey survey;
    private final DocumentStore store;
    private final CompletedRuns runs;
    private final Set<String> checked = ConcurrentHashMap.newKeySet();

    OtherSurveys(Survey survey, DocumentStore store) {
        this.survey = survey;
        this.store = store;
        this.runs = new CompletedRuns(store);
    }

    /** The answers in the newest run that the person has completed, or nothing. */
    Map<String, Value> answers(String other, Address person) {
        Optional<SessionState> run = runs.newest(other, person);
        run.filter(found -> checked.add(other + " " + found.revision())).ifPresent(this::check);
        return run.map(CompletedRuns::answers).orElse(Map.of());
    }

    /** Checks this survey against the other one, which was perhaps not at hand when it was loaded. */
    private void check(SessionState run) {
        try {
            store.load(Revisions.key(run.survey(), run.revision()))
                    .map(document -> survey.revisionFrom(document.json()))
                    .ifPresent(other -> survey.problemsWith(other)
                            .forEach(problem -> LOG.log(
                                    Level.WARNING,
                                    "The survey \"{0}\" does not fit the answers to \"{1}\": {2}",
                                    survey.name(),
                                    other.name(),
                                    problem)));
        } catch (SurveyException e) {
            // It may have kinds of questions that only its own application knows.
            LOG.log(
                    Level.DEBUG,
                    "Could not read the survey \"" + run.survey() + "\", so what uses its answers is not checked",
                    e);
        }
    }
}
