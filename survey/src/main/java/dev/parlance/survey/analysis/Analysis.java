package dev.parlance.survey.analysis;

import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.index.IndexedQuestion;
import dev.parlance.survey.index.Snapshot;
import dev.parlance.survey.question.Question;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Figures of the people that a filter selects, as they were at one moment. Immutable and thread-safe; each figure is computed when
 * it is first asked for.
 *
 * <pre>{@code
 * Analysis november = surveys.results().analysis(ResultFilter.ALL.from(LocalDate.parse("2026-11-01")), zone);
 * november.overview().people().completed();
 * november.days();
 * november.question("taste").byLanguage();
 * november.crossTable("drink", "recommend").association();
 * }</pre>
 *
 * <p>Somebody who has repeated the survey counts once for each run. What people said, as in {@link #latest}, {@link #lastWords}
 * and {@link #texts}, is read from the store at the time of the call.
 */
public final class Analysis {
    private final Survey survey;
    private final ResultFilter filter;
    private final ZoneId zone;
    private final Selection selection;
    private final Replies replies;
    private final Lazy<PeopleCounter> people;
    private final Lazy<List<QuestionCounter>> answers;
    private final Lazy<Timeline.Range> range;

    Analysis(Survey survey, ResultFilter filter, ZoneId zone, Snapshot snapshot, Replies replies) {
        this(survey, filter, zone, Selection.of(snapshot, FilterTests.of(filter, zone, snapshot)), replies);
    }

    private Analysis(Survey survey, ResultFilter filter, ZoneId zone, Selection selection, Replies replies) {
        this.survey = survey;
        this.filter = filter;
        this.zone = zone;
        this.selection = selection;
        this.replies = replies;
        this.people = new Lazy<>(() -> visited(new PeopleCounter()));
        this.answers = new Lazy<>(() -> counted(selection.snapshot().inOrder()));
        this.range = new Lazy<>(() -> visited(new Timeline.Range()));
    }

    private <T extends Selection.Action> T visited(T action) {
        selection.forEach(action);
        return action;
    }

    /**
     * The figures of those people that another filter selects too.
     *
     * @param filterZone the zone of the other filter's days
     * @throws SurveyException if the filter names a question or an answer that does not exist
     */
    public Analysis matching(ResultFilter other, ZoneId filterZone) {
        Selection narrowed = selection;
        for (Selection.Narrowing test : FilterTests.of(other, filterZone, selection.snapshot())) {
            narrowed = narrowed.narrowed(test);
        }
        return new Analysis(survey, filter, zone, narrowed, replies);
    }

    /** The filter. */
    public ResultFilter filter() {
        return filter;
    }

    /** The zone of days and hours. */
    public ZoneId zone() {
        return zone;
    }

    /** The names of the channels on which people are, also those whom the filter leaves out, in order. */
    public SortedSet<String> channels() {
        return selection.snapshot().channels();
    }

    /** How many people there are, and how far they got. */
    public Overview overview() {
        People counts = people.get().people();
        Map<String, NetPromoterScore> scores = new LinkedHashMap<>();
        counted(selection.snapshot().inOrder().stream()
                        .filter(Figures::hasScore)
                        .toList())
                .forEach(question -> Figures.nps(question)
                        .ifPresent(score -> scores.put(question.question().id(), score)));
        return new Overview(
                counts,
                share(counts.started(), counts.invited()),
                share(counts.completed(), counts.started()),
                people.get().time(),
                scores);
    }

    private static Optional<Estimate> share(int count, int of) {
        return of == 0 ? Optional.empty() : Optional.of(Estimate.share(Math.min(count, of), of));
    }

    /** What happened on each day, from the first one to the last. */
    public List<PeriodFigures> days() {
        return periods(PeriodFigures.Unit.DAY);
    }

    /**
     * What happened in each period, from the first one to the last.
     *
     * @throws SurveyException if there are more than 10,000 periods
     */
    public List<PeriodFigures> periods(PeriodFigures.Unit unit) {
        return Timeline.of(selection, range.get(), unit, zone);
    }

    /** The figures of all questions that have answers, in the survey's order, also of those that only an older version has. */
    public List<QuestionFigures> questions() {
        return answers.get().stream().map(Figures::of).toList();
    }

    /** Counts the answers to some questions. */
    private List<QuestionCounter> counted(List<IndexedQuestion> questions) {
        return QuestionCounter.count(selection, questions);
    }

    /**
     * One question.
     *
     * @throws SurveyException if there is no such question
     */
    public QuestionAnalysis question(String id) {
        return new QuestionAnalysis(selection, indexed(id));
    }

    private IndexedQuestion indexed(String id) {
        return selection
                .snapshot()
                .question(id)
                .orElseThrow(() -> new SurveyException(
                        "The survey \"" + survey.name() + "\" has no question \"" + id + "\" that has answers"));
    }

    /** The items of each matrix of the current version, by its id; each item is also one of the {@link #questions}. */
    public Map<String, List<QuestionFigures>> matrices() {
        Map<String, List<QuestionFigures>> matrices = new LinkedHashMap<>();
        for (Group group : survey.groups()) {
            if (group.matrix().isPresent()) {
                List<IndexedQuestion> items = new ArrayList<>();
                group.questions().stream()
                        .map(Question::id)
                        .flatMap(id -> selection.snapshot().question(id).stream())
                        .forEach(items::add);
                matrices.put(
                        group.id(), counted(items).stream().map(Figures::of).toList());
            }
        }
        return matrices;
    }

    /** Where people leave the survey. */
    public DropOff dropOff() {
        return new DropOff(people.get().people(), Funnel.of(selection, answers.get()));
    }

    /**
     * What people who left at a question said last, the newest first: an answer, or a reply that was not understood. Its words are
     * empty if they can't be kept.
     *
     * @param limit the most people
     */
    public List<GivenReply> lastWords(String question, int limit) {
        NewestRows newest = new NewestRows(limit);
        Funnel.whoLeftAt(selection, indexed(question)).forEach(newest);
        return replies.last(newest.newestFirst());
    }

    /**
     * How the answers to two questions go together.
     *
     * @throws SurveyException if there is no such question, or one has no fixed set of answers
     */
    public CrossTable crossTable(String rows, String columns) {
        return CrossTables.of(selection, indexed(rows), indexed(columns));
    }

    /** The replies that were not understood, the most frequent first. */
    public MissedReplies misunderstood() {
        Counts counts = new Counts();
        selection.forEach((chunk, rows) -> {
            boolean[] isSelected = new boolean[Snapshot.CHUNK_ROWS];
            for (int row : rows) {
                isSelected[row] = true;
            }
            for (int i = 0; i < chunk.missedRows().length; i++) {
                if (isSelected[chunk.missedRows()[i]]) {
                    counts.add(chunk.missedReplies()[i], 1);
                }
            }
        });
        List<MissedReplies.Row> rows = new ArrayList<>();
        counts.forEach(number -> {
            String[] parts = selection.snapshot().missedReply(number).split("\t", -1);
            if (survey.question(parts[0]).isPresent()) {
                rows.add(new MissedReplies.Row(parts[0], parts[1], parts[2], parts[3], counts.of(number)));
            }
        });
        return new MissedReplies(rows);
    }

    /** The newest answers, the newest first. */
    public List<GivenReply> latest(int limit) {
        NewestRows newest = new NewestRows(limit);
        selection.forEach(newest);
        return replies.latest(newest.newestFirst(), limit);
    }

    /**
     * People's own words in answer to a question, the newest first: text answers, or the words for an option such as "other".
     * Names, numbers and addresses are hidden, before the words are searched. At most the newest 20,000 people are searched.
     *
     * @param search words that the answers must contain, in any case and with or without accents; empty for all answers
     * @param offset how many answers to leave out at the beginning
     * @param limit the most answers
     * @throws SurveyException if there is no such question, or it is not answered in words
     */
    public TextAnswers texts(String question, String search, int offset, int limit) {
        return TextSearch.in(selection, indexed(question), replies).page(search, offset, limit);
    }

    /** The filter, but no figures. */
    @Override
    public String toString() {
        return "Analysis[" + survey.name() + ", " + filter + "]";
    }
}
