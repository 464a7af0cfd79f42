package dev.parlance.survey.pages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The table behind a chart. The first column names the rows. */
record DataTable(List<String> columns, List<List<String>> rows) {
    DataTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    void writeTo(ObjectNode json) {
        columns.forEach(json.putArray("columns")::add);
        ArrayNode lines = json.putArray("rows");
        rows.forEach(row -> row.forEach(lines.addArray()::add));
    }
}
