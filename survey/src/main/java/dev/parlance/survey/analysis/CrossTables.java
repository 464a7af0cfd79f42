package dev.parlance.survey.analysis;

import dev.parlance.survey.analysis.CrossTable.Association;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.index.Chunk;
import dev.parlance.survey.index.IndexedQuestion;
import java.util.ArrayList;
import java.util.List;

/** Counts pairs of answers to two questions. */
final class CrossTables {
    private final CrossAxis rows;
    private final CrossAxis columns;
    private final int[][] pairs;
    private final int[] rowTotals;
    private final int[] columnTotals;
    private int both;

    private CrossTables(IndexedQuestion rows, IndexedQuestion columns) {
        this.rows = new CrossAxis(rows);
        this.columns = new CrossAxis(columns);
        this.rowTotals = new int[this.rows.values().size()];
        this.columnTotals = new int[this.columns.values().size()];
        this.pairs = new int[rowTotals.length][columnTotals.length];
    }

    /**
     * The table.
     *
     * @throws SurveyException if a question has no fixed set of answers
     */
    static CrossTable of(Selection selection, IndexedQuestion rows, IndexedQuestion columns) {
        CrossTables table = new CrossTables(mustBeFixed(rows), mustBeFixed(columns));
        selection.forEach(table::add);
        return table.result();
    }

    private static IndexedQuestion mustBeFixed(IndexedQuestion question) {
        if (!question.shape().isFixed()) {
            throw new SurveyException("A cross table needs questions with a fixed set of answers; the question \""
                    + question.id() + "\" has none");
        }
        return question;
    }

    private void add(Chunk chunk, int[] selected) {
        for (IndexedQuestion.Round row : rows.question().rounds()) {
            RowSet[] byRow = rows.read(chunk, row, selected);
            for (IndexedQuestion.Round column : columns.question().rounds()) {
                if (belongTogether(row.name(), column.name())) {
                    add(byRow, columns.read(chunk, column, selected));
                }
            }
        }
    }

    /** Of two questions of the same repeated group, the answers of one round belong together. */
    private static boolean belongTogether(String row, String column) {
        String[] first = row.split("\\.", -1);
        String[] second = column.split("\\.", -1);
        boolean isSameGroup = first.length > 2 && second.length > 2 && first[0].equals(second[0]);
        return !isSameGroup || first[1].equals(second[1]);
    }

    private void add(RowSet[] byRow, RowSet[] byColumn) {
        RowSet inRows = union(byRow);
        RowSet inColumns = union(byColumn);
        both += inRows.countWith(inColumns);
        for (int i = 0; i < byRow.length; i++) {
            rowTotals[i] += byRow[i].countWith(inColumns);
            for (int j = 0; j < byColumn.length; j++) {
                pairs[i][j] += byRow[i].countWith(byColumn[j]);
            }
        }
        for (int j = 0; j < byColumn.length; j++) {
            columnTotals[j] += byColumn[j].countWith(inRows);
        }
    }

    private static RowSet union(RowSet[] sets) {
        RowSet all = new RowSet();
        for (RowSet set : sets) {
            all.addAll(set);
        }
        return all;
    }

    private CrossTable result() {
        List<List<CrossTable.Cell>> cells = new ArrayList<>();
        for (int i = 0; i < rowTotals.length; i++) {
            List<CrossTable.Cell> row = new ArrayList<>();
            for (int j = 0; j < columnTotals.length; j++) {
                int count = pairs[i][j];
                row.add(new CrossTable.Cell(count, percent(count, rowTotals[i]), percent(count, columnTotals[j])));
            }
            cells.add(row);
        }
        return new CrossTable(
                rows.question().id(),
                columns.question().id(),
                rows.counts(rowTotals, both),
                columns.counts(columnTotals, both),
                cells,
                association());
    }

    private static double percent(int count, int of) {
        return of == 0 ? 0 : Math.round(1_000.0 * count / of) / 10.0;
    }

    private Association association() {
        boolean isSingle = hasOneAnswer(rows.question()) && hasOneAnswer(columns.question());
        return isSingle ? ChiSquare.of(pairs) : new Association.NotTested(Association.Reason.SEVERAL_ANSWERS);
    }

    private static boolean hasOneAnswer(IndexedQuestion question) {
        return !question.shape().hasParts() && question.rounds().size() <= 1;
    }
}
