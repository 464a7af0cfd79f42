package dev.parlance.survey.analysis;

import java.util.List;

/**
 * How the answers to two questions go together. Counts pairs of answers: of somebody who chose two options in one question, two.
 *
 * @param rows the id of the question in the rows
 * @param columns the id of the question in the columns
 * @param rowTotals each answer in the rows, with the number of people who gave it and answered both questions
 * @param columnTotals each answer in the columns, likewise
 * @param cells for each row, a cell for each column
 * @param association how strong the connection is
 */
public record CrossTable(
        String rows,
        String columns,
        List<ValueCount> rowTotals,
        List<ValueCount> columnTotals,
        List<List<Cell>> cells,
        Association association) {
    /** Copies the lists. */
    public CrossTable {
        rowTotals = List.copyOf(rowTotals);
        columnTotals = List.copyOf(columnTotals);
        cells = cells.stream().map(List::copyOf).toList();
    }

    /**
     * A cell.
     *
     * @param count how many people gave both answers
     * @param rowShare their share in percent of those who gave the row's answer
     * @param columnShare their share in percent of those who gave the column's answer
     */
    public record Cell(int count, double rowShare, double columnShare) {}

    /** How strong the connection between two questions is. */
    public sealed interface Association {
        /**
         * The test of independence.
         *
         * @param chiSquare the statistic
         * @param degrees the degrees of freedom
         * @param probability how likely such a statistic is if the questions are independent
         * @param cramersV the strength, from 0 to 1
         */
        record Tested(double chiSquare, int degrees, double probability, double cramersV) implements Association {}

        /** There is no test, for this reason. */
        record NotTested(Reason reason) implements Association {}

        /** Why there is no test. */
        enum Reason {
            /** A question has fewer than two different answers. */
            ONE_ANSWER,
            /** People can give several answers, so that the pairs are not independent. */
            SEVERAL_ANSWERS,
            /** Too few answers: more than a fifth of the expected counts are below 5, or one is below 1. */
            FEW_ANSWERS
        }
    }
}
