package dev.parlance.survey.pages.chart;

import java.util.List;

/** A matrix as a table: the darker a cell, the more of the row's answers it has. */
public record HeatTable(List<String> columns, List<Row> rows) implements Chart {
    private static final double CELL = 30;

    /** Copies the lists. */
    public HeatTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A row: how often each of the columns' answers was given. */
    public record Row(String label, List<Integer> counts) {
        /** Copies the list. */
        public Row {
            counts = List.copyOf(counts);
        }
    }

    @Override
    public String svg(Frame frame) {
        Svg svg = new Svg(frame);
        double label = labelWidth(frame);
        double cell = (frame.width() - label) / Math.max(1, columns.size());
        List<List<String>> heads = columns.stream()
                .map(column -> Label.lines(column, Svg.TEXT, cell - 6, 4))
                .toList();
        double head = heads.stream().mapToInt(List::size).max().orElse(1) * Svg.LINE_HEIGHT + 6;
        for (int i = 0; i < columns.size(); i++) {
            double textHeight = heads.get(i).size() * Svg.LINE_HEIGHT;
            svg.lines(label + cell * (i + 0.5), head - 4 - textHeight / 2, heads.get(i), Ink.FAINT, Svg.Anchor.MIDDLE);
        }
        double y = head;
        for (Row row : rows) {
            List<String> lines = Label.lines(row.label(), Svg.TEXT, label - 12, 3);
            double height = Math.max(CELL, lines.size() * Svg.LINE_HEIGHT + 8);
            svg.lines(label - 12, y + height / 2, lines, Ink.TEXT, Svg.Anchor.END);
            cells(svg, row, label, y, cell, height);
            y += height;
        }
        return svg.document(y + 2);
    }

    private void cells(Svg svg, Row row, double left, double y, double width, double height) {
        int total = row.counts().stream().mapToInt(Integer::intValue).sum();
        for (int i = 0; i < columns.size(); i++) {
            int count = row.counts().get(i);
            double share = total == 0 ? 0 : (double) count / total;
            double x = left + i * width;
            String shown = total == 0 ? "–" : Amount.decimal(100 * share, 0) + "%";
            String tip = row.label() + ", " + columns.get(i) + ": " + Amount.count(count);
            svg.rect(x + 1, y + 1, width - 2, height - 2, Ink.SUNKEN);
            svg.rect(x + 1, y + 1, width - 2, height - 2, Ink.BLUE, 0.5 * share, tip);
            svg.text(x + width / 2, y + height / 2, shown, Ink.TEXT, Svg.Anchor.MIDDLE, false);
        }
    }

    private double labelWidth(Frame frame) {
        double longest = rows.stream()
                .mapToDouble(row -> Label.width(row.label(), Svg.TEXT))
                .max()
                .orElse(0);
        return Math.min(longest + 12, frame.width() * 0.36);
    }
}
