package dev.parlance.survey.analysis;

import dev.parlance.Address;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.index.SessionIndex;
import dev.parlance.survey.session.ContactRecord;
import dev.parlance.survey.store.DocumentStore;
import java.time.ZoneId;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Makes analyses of the sessions of a survey. Thread-safe. Use {@code surveys.results().analysis(filter, zone)}.
 *
 * <pre>{@code
 * Analyses analyses = Analyses.of(store, survey, any -> survey, person -> ContactRecord.EMPTY);
 * analyses.analysis(ResultFilter.ALL, ZoneOffset.UTC).overview();
 * }</pre>
 */
public final class Analyses {
    private final Survey survey;
    private final SessionIndex index;
    private final Replies replies;

    private Analyses(Survey survey, SessionIndex index, Replies replies) {
        this.survey = survey;
        this.index = index;
        this.replies = replies;
    }

    /**
     * Analyses of a survey in a store.
     *
     * @param revisions finds the survey for a revision
     * @param contacts finds the contact of a person, to hide its fields in texts
     */
    public static Analyses of(
            DocumentStore store,
            Survey survey,
            Function<String, Survey> revisions,
            Function<Address, ContactRecord> contacts) {
        return new Analyses(
                survey,
                new SessionIndex(store, survey, revisions),
                new Replies(store, survey.name(), revisions, contacts));
    }

    /**
     * The figures of the people that a filter selects.
     *
     * @param zone the zone of days and hours
     * @throws SurveyException if the filter names a question or an answer that does not exist
     */
    public Analysis analysis(ResultFilter filter, ZoneId zone) {
        return new Analysis(survey, filter, zone, index.current(), replies);
    }

    /** Starts reading the sessions in the background, if they are not read yet, and returns how far it is. */
    public AnalysisProgress prepare() {
        return new AnalysisProgress(0, OptionalLong.empty(), true);
    }
}
