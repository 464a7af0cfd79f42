package dev.parlance.survey.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.Address;
import dev.parlance.survey.analysis.Analyses;
import dev.parlance.survey.analysis.Analysis;
import dev.parlance.survey.analysis.AnalysisProgress;
import dev.parlance.survey.analysis.MissedReplies;
import dev.parlance.survey.analysis.ResultFilter;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.internal.EarlierRuns;
import dev.parlance.survey.internal.ResultJson;
import dev.parlance.survey.internal.SessionTallies;
import dev.parlance.survey.session.ContactRecord;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.Tallies;
import dev.parlance.survey.store.Tally;
import java.io.OutputStream;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The results of a survey. Reads sessions from the store a page at a time, in little memory.
 *
 * <pre>{@code
 * surveys.results().csv(out);
 * surveys.results().summary().toJson();
 * }</pre>
 */
public final class Results {
    private static final int PAGE = 500;

    private final DocumentStore store;
    private final Survey survey;
    private final Function<String, Survey> revisions;
    private final SessionTallies sessions;
    private final EarlierRuns earlierRuns;
    private final Analyses analyses;
    private final ResultFilter filter;
    private final ZoneId zone;

    private Results(
            DocumentStore store,
            Survey survey,
            Function<String, Survey> revisions,
            Analyses analyses,
            ResultFilter filter,
            ZoneId zone) {
        this.store = store;
        this.survey = survey;
        this.revisions = revisions;
        this.sessions = new SessionTallies(store, revisions);
        this.earlierRuns = new EarlierRuns(store);
        this.analyses = analyses;
        this.filter = filter;
        this.zone = zone;
    }

    /**
     * The results of a survey in a store.
     *
     * @param revisions finds the survey for a revision
     */
    public static Results in(DocumentStore store, Survey survey, Function<String, Survey> revisions) {
        return in(store, survey, revisions, Analyses.of(store, survey, revisions, any -> ContactRecord.EMPTY));
    }

    /** The results of a survey in a store, with analyses that others use too. */
    public static Results in(
            DocumentStore store, Survey survey, Function<String, Survey> revisions, Analyses analyses) {
        return new Results(store, survey, revisions, analyses, ResultFilter.ALL, ZoneOffset.UTC);
    }

    /** The results of one wave. They are filtered as they are read, so every method reads all sessions. */
    public Results wave(int number) {
        return new Results(store, survey, revisions, analyses, filter.withWave(number), zone);
    }

    /**
     * The results of the people that a filter selects, for exports. They are filtered as they are read, so every method except
     * {@link #analysis} reads all sessions.
     *
     * @param newZone the zone of the filter's days
     * @throws SurveyException if the filter names a question that no version of the survey has
     */
    public Results matching(ResultFilter newFilter, ZoneId newZone) {
        checkQuestions(newFilter);
        return new Results(store, survey, revisions, analyses, newFilter, newZone);
    }

    private void checkQuestions(ResultFilter newFilter) {
        Set<String> unknown = new TreeSet<>(newFilter.answers().keySet());
        unknown.addAll(newFilter.arms().keySet());
        unknown.removeIf(id -> survey.question(id).isPresent());
        if (!unknown.isEmpty()) {
            store.page(SessionState.revisionCollection(survey.name()), "", PAGE).stream()
                    .map(document -> revisions.apply(document.key().id()))
                    .forEach(older -> unknown.removeIf(id -> older.question(id).isPresent()));
        }
        if (!unknown.isEmpty()) {
            throw new SurveyException(
                    "The filter has questions that the survey \"" + survey.name() + "\" does not have: " + unknown);
        }
    }

    /**
     * The figures of the people that a filter selects.
     *
     * @param daysIn the zone of days and hours
     * @throws SurveyException if the filter names a question or an answer that does not exist
     */
    public Analysis analysis(ResultFilter selected, ZoneId daysIn) {
        Analysis analysis = analyses.analysis(selected, daysIn);
        return filter.isEmpty() ? analysis : analysis.matching(filter, zone);
    }

    /**
     * Starts reading the sessions for {@link #analysis} in the background, if they are not read yet, and returns how far it is.
     * Until it is ready, an analysis waits; {@link #summary} does not in stores that keep {@link Tallies}.
     */
    public AnalysisProgress prepareAnalysis() {
        return analyses.prepare();
    }

    private boolean isIncluded(Session session) {
        return filter.matches(session, zone);
    }

    /** Whether nobody has a session. */
    public boolean isEmpty() {
        return filter.isEmpty() ? isStoreEmpty() : summary().respondents() == 0;
    }

    private boolean isStoreEmpty() {
        return store.page(SessionState.collection(survey.name()), "", 1).isEmpty();
    }

    /**
     * Passes all sessions to the action, in no particular order. A person who has repeated the survey has one session for each
     * run, the first run first.
     */
    public void forEach(Consumer<Session> action) {
        String last = "";
        List<Document> page;
        do {
            page = store.page(SessionState.collection(survey.name()), last, PAGE);
            List<SessionState> read = page.stream()
                    .map(document -> SessionState.fromJson(document.json()))
                    .toList();
            List<List<SessionState>> before = earlierRuns.before(read);
            for (int i = 0; i < read.size(); i++) {
                Stream.concat(before.get(i).stream(), Stream.of(read.get(i)))
                        .filter(this::isIncluded)
                        .forEach(action);
                last = page.get(i).key().id();
            }
        } while (page.size() == PAGE);
    }

    /**
     * The sessions whose people replied last, the newest first. Fast in stores that keep {@link Tallies}; others are read in full.
     */
    public List<Session> newest(int limit) {
        Optional<Tallies> tallies = storedTallies();
        if (tallies.isPresent()) {
            return tallies.get().newest(SessionState.collection(survey.name()), limit).stream()
                    .<Session>map(document -> SessionState.fromJson(document.json()))
                    .toList();
        }
        NewestSessions newest = new NewestSessions(limit);
        forEach(newest::add);
        return newest.newestFirst();
    }

    /** The replies that were not understood, in all sessions. Reads them all. */
    public MissedReplies missedReplies() {
        MissedReplyCounter counter = new MissedReplyCounter(survey);
        forEach(counter::add);
        return counter.result();
    }

    /** The replies that were not understood, in the {@link #newest} sessions only. */
    public MissedReplies missedReplies(int sessions) {
        MissedReplyCounter counter = new MissedReplyCounter(survey);
        newest(sessions).forEach(counter::add);
        return counter.result();
    }

    /** The tallies in the store, which are of everybody. */
    private Optional<Tallies> storedTallies() {
        return filter.isEmpty() ? store.tallies() : Optional.empty();
    }

    /** One person's results as JSON, in the format of the Twilio SAM template's {@code survey-results/15551112222.json}, with more fields. */
    public Optional<String> json(Address person) {
        return store.load(new Key(SessionState.collection(survey.name()), person.value()))
                .map(document -> SessionState.fromJson(document.json()))
                .flatMap(this::latest)
                .map(session -> json(session).toPrettyString());
    }

    private Optional<SessionState> latest(SessionState session) {
        return isIncluded(session)
                ? Optional.of(session)
                : sessions.runsBefore(session).stream().filter(this::isIncluded).reduce((first, second) -> second);
    }

    private ObjectNode json(Session session) {
        return ResultJson.of(revisions.apply(session.revision()), session);
    }

    /** Writes all results, one JSON document per line. */
    public void jsonLines(OutputStream out) {
        ResultLines.write(
                out, lines -> forEach(session -> lines.add(json(session).toString())));
    }

    /** Writes all results as CSV: one row per session, one column per question. Safe to open in a spreadsheet. */
    public void csv(OutputStream out) {
        csv(out, Table.of(survey));
    }

    /**
     * Writes the same as {@link #csv} for statistics: after each question with options, also a column with the labels of the chosen
     * options, and a column with 1 or 0 for each option where several can be chosen.
     *
     * @param language the language of the labels
     * @throws SurveyException if the survey does not have this language
     */
    public void csvWithLabels(OutputStream out, String language) {
        csv(out, tableWithLabels(language));
    }

    private Table tableWithLabels(String language) {
        String tag = survey.prompts()
                .find(language)
                .orElseThrow(() -> new SurveyException("The survey \"" + survey.name() + "\" has no language "
                        + language + "; it has " + survey.prompts().languages()))
                .tag();
        return Table.withLabels(survey, survey.words(tag));
    }

    /** The rows and columns of {@link #csv} with typed cells, for a spreadsheet. */
    public ResultRows rows() {
        return new ResultRows(Table.of(survey), this::forEach);
    }

    /** The rows and columns of {@link #csvWithLabels} with typed cells, for a spreadsheet. */
    public ResultRows rowsWithLabels(String language) {
        return new ResultRows(tableWithLabels(language), this::forEach);
    }

    private void csv(OutputStream out, Table table) {
        ResultLines.write(out, lines -> {
            lines.add(table.header());
            forEach(session -> lines.add(table.row(session)));
        });
    }

    /**
     * Summarizes all answers by question, language and channel. Fast in stores that keep {@link Tallies}; the first summary after an
     * upgrade from a version without them counts all sessions once.
     */
    public Summary summary() {
        return Summary.of(survey, storedTallies().map(this::stored).orElseGet(this::counted));
    }

    /** The summary of each wave, to compare them. Reads all sessions. */
    public Map<Integer, Summary> summaryByWave() {
        Map<Integer, Tally.Builder> sums = new TreeMap<>();
        forEach(session -> sums.computeIfAbsent(session.wave(), any -> new Tally.Builder())
                .add(sessions.of(SessionState.of(session))));
        Map<Integer, Summary> summaries = new LinkedHashMap<>();
        sums.forEach((number, sum) -> summaries.put(number, Summary.of(survey, sum.build())));
        return Collections.unmodifiableMap(summaries);
    }

    private Tally stored(Tallies tallies) {
        String shelf = SessionState.collection(survey.name());
        List<Document> outdated = tallies.outdated(shelf, PAGE);
        while (!outdated.isEmpty()) {
            tallies.update(outdated.stream()
                    .map(document -> sessions.counted(document, SessionState.fromJson(document.json())))
                    .toList());
            outdated = tallies.outdated(shelf, PAGE);
        }
        return tallies.sum(shelf);
    }

    private Tally counted() {
        Tally.Builder sum = new Tally.Builder();
        forEach(session -> sum.add(sessions.of(SessionState.of(session))));
        return sum.build();
    }
}
