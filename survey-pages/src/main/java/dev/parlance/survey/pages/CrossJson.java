package dev.parlance.survey.pages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.analysis.CrossTable;
import dev.parlance.survey.analysis.ValueCount;
import dev.parlance.survey.pages.chart.Amount;
import java.util.List;

/** Writes how the answers to two questions go together. */
final class CrossJson {
    private CrossJson() {}

    static void write(Labels labels, CrossTable table, ObjectNode json) {
        ArrayNode columns = json.putArray("columns");
        for (ValueCount column : table.columnTotals()) {
            columns.addObject()
                    .put("label", labels.answer(table.columns(), column.value()))
                    .put("total", column.count());
        }
        ArrayNode rows = json.putArray("rows");
        for (int i = 0; i < table.rowTotals().size(); i++) {
            ValueCount row = table.rowTotals().get(i);
            ObjectNode line = rows.addObject()
                    .put("label", labels.answer(table.rows(), row.value()))
                    .put("total", row.count());
            cells(table.cells().get(i), line.putArray("cells"));
        }
        json.put("association", association(table.association()));
    }

    private static void cells(List<CrossTable.Cell> cells, ArrayNode json) {
        for (CrossTable.Cell cell : cells) {
            json.addObject()
                    .put("count", cell.count())
                    .put("rowShare", cell.rowShare())
                    .put("columnShare", cell.columnShare());
        }
    }

    private static String association(CrossTable.Association association) {
        if (association instanceof CrossTable.Association.Tested tested) {
            return strength(tested) + " (Cramér's V " + Amount.decimal(tested.cramersV(), 2) + "; chi-square "
                    + Amount.decimal(tested.chiSquare(), 1) + " with " + tested.degrees() + " degrees of freedom, p "
                    + probability(tested.probability()) + ").";
        }
        if (association instanceof CrossTable.Association.NotTested notTested) {
            return switch (notTested.reason()) {
                case ONE_ANSWER ->
                    "No test of independence: one of the questions has fewer than two different answers.";
                case SEVERAL_ANSWERS ->
                    "No test of independence: people can give several answers, so the cells are not independent.";
                case FEW_ANSWERS -> "No test of independence: there are too few answers.";
            };
        }
        throw new IllegalStateException("unknown association " + association);
    }

    private static String strength(CrossTable.Association.Tested tested) {
        if (tested.probability() >= 0.05) {
            return "No connection that is more than chance";
        }
        double v = tested.cramersV();
        return v < 0.1
                ? "A very weak connection"
                : v < 0.3 ? "A weak connection" : v < 0.5 ? "A medium connection" : "A strong connection";
    }

    private static String probability(double probability) {
        return probability < 0.001 ? "< 0.001" : "= " + Amount.decimal(probability, 3);
    }
}
