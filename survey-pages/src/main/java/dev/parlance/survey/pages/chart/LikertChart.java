package dev.parlance.survey.pages.chart;

import java.util.List;

/**
 * Answers on a scale from bad to good, as bars that diverge from the middle of the scale: a row for a question, or for each item of
 * a matrix.
 */
public record LikertChart(List<String> points, List<Row> rows) implements Chart {
    private static final double BAR = 22;
    private static final double GAP = 12;

    /** Copies the lists. */
    public LikertChart {
        points = List.copyOf(points);
        rows = List.copyOf(rows);
    }

    /** A row: how often each point was chosen. */
    public record Row(String label, List<Integer> counts) {
        /** Copies the list. */
        public Row {
            counts = List.copyOf(counts);
        }

        private int total() {
            return counts.stream().mapToInt(Integer::intValue).sum();
        }
    }

    @Override
    public String svg(Frame frame) {
        Svg svg = new Svg(frame);
        return svg.document(draw(svg, frame));
    }

    /** Draws the legend and the rows, and returns their end. */
    double draw(Svg svg, Frame frame) {
        double y = Legend.draw(svg, frame, points, index -> Ink.ofPoint(index, points.size()));
        boolean hasLabels = rows.stream().anyMatch(row -> !row.label().isEmpty());
        BarChart.Columns columns = hasLabels
                ? BarChart.Columns.of(frame, rows.stream().map(Row::label).toList(), 0)
                : new BarChart.Columns(0, 0, Svg.Anchor.START, 0, frame.width(), 0, 1);
        double below = reach(true);
        double above = reach(false);
        double scale = columns.barWidth() / Math.max(1e-9, below + above);
        double middleX = columns.barX() + below * scale;
        double first = y;
        for (Row row : rows) {
            List<String> lines = hasLabels ? columns.lines(row.label()) : List.of();
            double textHeight = lines.size() * Svg.LINE_HEIGHT;
            boolean isAbove = frame.isNarrow() && hasLabels;
            double height = isAbove ? textHeight + 4 + BAR : Math.max(BAR, textHeight);
            double middle = isAbove ? y + textHeight + 4 + BAR / 2 : y + height / 2;
            svg.lines(columns.labelX(), isAbove ? y + textHeight / 2 : middle, lines, Ink.TEXT, columns.anchor());
            bar(svg, row, middleX - below(row) * scale, middle, scale);
            y += height + GAP;
        }
        svg.line(middleX, first - 4, middleX, y - GAP + 4, Ink.FAINT, 1);
        return y - GAP + 6;
    }

    private void bar(Svg svg, Row row, double start, double middle, double scale) {
        double x = start;
        for (int i = 0; i < points.size(); i++) {
            double share = share(row, i);
            double width = share * scale;
            if (width <= 0) {
                continue;
            }
            Ink ink = Ink.ofPoint(i, points.size());
            String shown = Amount.decimal(share, 0) + "%";
            svg.rect(x + 0.5, middle - BAR / 2, Math.max(0.5, width - 1), BAR, ink, 1, points.get(i) + ": " + shown);
            if (Label.width(shown, Svg.TEXT) + 6 <= width) {
                svg.text(x + width / 2, middle, shown, ink.text(), Svg.Anchor.MIDDLE, false);
            }
            x += width;
        }
    }

    /** The greatest share on one side of the middle. */
    private double reach(boolean isBelow) {
        return rows.stream()
                .filter(row -> row.total() > 0)
                .mapToDouble(row -> isBelow ? below(row) : 100 - below(row))
                .max()
                .orElse(50);
    }

    /** The share below the middle of the scale; the middle point belongs to both sides. */
    private double below(Row row) {
        double sum = 0;
        for (int i = 0; i < points.size(); i++) {
            double place = 2.0 * i - (points.size() - 1);
            sum += place < 0 ? share(row, i) : place == 0 ? share(row, i) / 2 : 0;
        }
        return sum;
    }

    private static double share(Row row, int point) {
        return row.total() == 0 ? 0 : 100.0 * row.counts().get(point) / row.total();
    }
}
