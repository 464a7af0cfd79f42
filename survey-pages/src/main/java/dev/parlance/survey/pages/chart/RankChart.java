package dev.parlance.survey.pages.chart;

import java.util.List;
import java.util.Optional;

/** The mean place of each option that people put in order, with its margin of error. */
public record RankChart(List<Rank> ranks, int places) implements Chart {
    private static final double ROW = 18;
    private static final double GAP = 10;

    /** Copies the list. */
    public RankChart {
        ranks = List.copyOf(ranks);
    }

    /** An option. */
    public record Rank(String label, double mean, Optional<BarChart.Margin> margin) {}

    @Override
    public String svg(Frame frame) {
        Svg svg = new Svg(frame);
        List<String> labels = ranks.stream().map(Rank::label).toList();
        double values = Label.width("00.00", Svg.TEXT);
        BarChart.Columns columns = BarChart.Columns.of(frame, labels, values);
        double left = columns.barX() + 10;
        double step = (columns.barWidth() - 20) / Math.max(1, places - 1);
        double y = 22;
        double end = y
                + ranks.stream()
                        .mapToDouble(rank -> height(frame, columns.lines(rank.label())) + GAP)
                        .sum();
        for (int place = 1; place <= places; place++) {
            double x = left + (place - 1) * step;
            svg.line(x, 16, x, end, Ink.LINE, 1);
            svg.text(x, 8, Integer.toString(place), Ink.FAINT, Svg.Anchor.MIDDLE, false);
        }
        for (Rank rank : ranks) {
            List<String> lines = columns.lines(rank.label());
            double height = height(frame, lines);
            double middle = frame.isNarrow() ? y + height - ROW / 2 : y + height / 2;
            double labelY = frame.isNarrow() ? y + lines.size() * Svg.LINE_HEIGHT / 2 : middle;
            svg.lines(columns.labelX(), labelY, lines, Ink.TEXT, columns.anchor());
            rank.margin()
                    .ifPresent(margin -> svg.whisker(
                            left + (Math.max(1, margin.low()) - 1) * step,
                            left + (Math.min(places, margin.high()) - 1) * step,
                            middle,
                            Ink.SOFT));
            String shown = Amount.decimal(rank.mean(), 2);
            svg.circle(left + (rank.mean() - 1) * step, middle, 6, Ink.BLUE, 1, rank.label() + ": " + shown);
            svg.text(columns.valueX(), middle, shown, Ink.SOFT, Svg.Anchor.END, false);
            y += height + GAP;
        }
        return svg.document(Math.max(24, y));
    }

    private static double height(Frame frame, List<String> lines) {
        double text = lines.size() * Svg.LINE_HEIGHT;
        return frame.isNarrow() ? text + 2 + ROW : Math.max(ROW, text);
    }
}
