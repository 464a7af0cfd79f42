package dev.parlance.survey.analysis;

import dev.parlance.Address;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.index.SessionIndex;
import dev.parlance.survey.internal.SessionTally;
import dev.parlance.survey.session.ContactRecord;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.DocumentStore;
import java.time.ZoneId;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Makes analyses of the sessions of a survey. The first one reads all sessions into memory, about 100 bytes for each; later ones
 * read only those that have changed. Stores that don't know their changes are read again from time to time, for at most a tenth of
 * the time. Thread-safe. Applications use {@code surveys.results().analysis(filter, zone)}.
 *
 * <pre>{@code
 * Analyses analyses = Analyses.of(store, survey, any -> survey, person -> ContactRecord.EMPTY);
 * analyses.analysis(ResultFilter.ALL, ZoneOffset.UTC).overview();
 * }</pre>
 */
public final class Analyses implements AutoCloseable {
    private final DocumentStore store;
    private final Survey survey;
    private final SessionIndex index;
    private final BackgroundReader reader;
    private final Replies replies;

    private Analyses(DocumentStore store, Survey survey, SessionIndex index, Replies replies) {
        this.store = store;
        this.survey = survey;
        this.index = index;
        this.reader = new BackgroundReader(index);
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
                store,
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

    /**
     * Starts reading the sessions in the background, if they are not read yet, and returns how far it is. Until it is ready, an
     * analysis waits.
     */
    public AnalysisProgress prepare() {
        if (!index.isReady()) {
            reader.start();
        }
        return new AnalysisProgress(index.read(), total(), index.isReady());
    }

    private OptionalLong total() {
        long people = store.tallies()
                .map(tallies -> tallies.sum(SessionState.collection(survey.name())))
                .map(sum -> sum.amount(SessionTally.PEOPLE))
                .orElse(0L);
        return people == 0 ? OptionalLong.empty() : OptionalLong.of(people);
    }

    /** Stops reading in the background. Analyses can still be made. */
    @Override
    public void close() {
        reader.close();
    }
}
