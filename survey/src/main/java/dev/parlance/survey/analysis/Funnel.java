package dev.parlance.survey.analysis;

import dev.parlance.survey.index.Chunk;
import dev.parlance.survey.index.IndexedQuestion;
import dev.parlance.survey.index.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** Counts how far people get, question by question. */
final class Funnel implements Selection.Action {
    private final List<IndexedQuestion> questions;
    private final Positions positions;
    private final int[] reached;
    private final int[] left;
    private final int[] waiting;

    private Funnel(Snapshot snapshot, List<IndexedQuestion> questions) {
        this.questions = questions;
        this.positions = new Positions(snapshot);
        this.reached = new int[questions.size()];
        this.left = new int[questions.size()];
        this.waiting = new int[questions.size()];
    }

    /**
     * The steps.
     *
     * @param answers the counts of all questions, in the order of the survey
     */
    static List<DropOff.Step> of(Selection selection, List<QuestionCounter> answers) {
        List<QuestionCounter> asked = answers.stream()
                .filter(each -> each.question().question().isAsked())
                .toList();
        Funnel funnel = new Funnel(
                selection.snapshot(),
                asked.stream().map(QuestionCounter::question).toList());
        selection.forEach(funnel);
        List<DropOff.Step> steps = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            ResponseCounts responses = asked.get(i).responses();
            steps.add(new DropOff.Step(
                    funnel.questions.get(i).id(),
                    funnel.reached[i],
                    responses.asked(),
                    responses.answered(),
                    funnel.left[i],
                    funnel.waiting[i]));
        }
        return steps;
    }

    @Override
    public void accept(Chunk chunk, int[] rows) {
        positions.read(chunk, rows);
        for (int i = 0; i < questions.size(); i++) {
            IndexedQuestion question = questions.get(i);
            for (int row : rows) {
                reached[i] += positions.hasReached(question, row) ? 1 : 0;
                if (positions.isAt(question, row)) {
                    left[i] += positions.hasLeft(row) ? 1 : 0;
                    waiting[i] += positions.isOpen(row) ? 1 : 0;
                }
            }
        }
    }

    /** The people who left at a question. */
    static Selection whoLeftAt(Selection selection, IndexedQuestion question) {
        Positions positions = new Positions(selection.snapshot());
        return selection.narrowed((chunk, rows) -> {
            positions.read(chunk, rows);
            return Selection.where(rows, row -> positions.isAt(question, row) && positions.hasLeft(row));
        });
    }
}
