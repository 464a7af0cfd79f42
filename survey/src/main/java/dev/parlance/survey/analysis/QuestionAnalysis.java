package dev.parlance.survey.analysis;

import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.index.AnswerCode;
import dev.parlance.survey.index.Field;
import dev.parlance.survey.index.IndexedQuestion;
import dev.parlance.survey.index.Shape;
import dev.parlance.survey.index.Snapshot;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * One question of an {@link Analysis}, whole and by language, channel or arm. Immutable and thread-safe.
 *
 * <pre>{@code
 * analysis.question("taste").byChannel().get("voice").responses().answered();
 * }</pre>
 */
public final class QuestionAnalysis {
    private final Selection selection;
    private final IndexedQuestion question;

    QuestionAnalysis(Selection selection, IndexedQuestion question) {
        this.selection = selection;
        this.question = question;
    }

    /** The figures of everybody that the analysis selects. */
    public QuestionFigures figures() {
        return figures(selection);
    }

    private QuestionFigures figures(Selection some) {
        return Figures.of(QuestionCounter.count(some, question));
    }

    /** The figures of the people with each language, by its tag; the last language of a person counts. */
    public Map<String, QuestionFigures> byLanguage() {
        return by(Field.LANGUAGE.column(), selection.snapshot()::language);
    }

    /** The figures of the people on each channel, by its name; the last channel of a person counts. */
    public Map<String, QuestionFigures> byChannel() {
        return by(Field.CHANNEL.column(), selection.snapshot()::channel);
    }

    /**
     * The figures of the people with each answer to another question, such as the arm of an experiment.
     *
     * @throws SurveyException if there is no such question, or it can have several answers
     */
    public Map<String, QuestionFigures> byAnswer(String other) {
        IndexedQuestion groups = selection
                .snapshot()
                .question(other)
                .filter(found -> found.shape() == Shape.VALUE && found.rounds().size() <= 1)
                .orElseThrow(() -> new SurveyException("There is no question \"" + other
                        + "\" that is asked once and has one of a fixed set of answers"));
        if (groups.rounds().isEmpty()) {
            return Map.of();
        }
        return by(groups.rounds().get(0).main(), code -> code < AnswerCode.FIRST_VALUE ? "" : groups.value(code));
    }

    /** The figures of the rows with each code in a column; an empty name leaves rows out. */
    private Map<String, QuestionFigures> by(int column, IntFunction<String> name) {
        Counts codes = new Counts();
        int[] read = new int[Snapshot.CHUNK_ROWS];
        selection.forEach((chunk, rows) -> {
            chunk.read(column, read);
            codes.addAll(read, rows);
        });
        Map<String, QuestionFigures> figures = new TreeMap<>();
        codes.forEach(code -> {
            if (!name.apply(code).isEmpty()) {
                figures.put(
                        name.apply(code),
                        figures(selection.narrowed(Selection.byCode(column, other -> other == code))));
            }
        });
        return figures;
    }
}
