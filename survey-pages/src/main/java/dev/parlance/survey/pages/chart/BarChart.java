package dev.parlance.survey.pages.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A bar for each answer, with its margin of error: for options, yes and no, shares of a total. */
public record BarChart(List<Bar> bars) implements Chart {
    private static final double BAR = 16;
    private static final double GAP = 12;

    /** Copies the list. */
    public BarChart {
        bars = List.copyOf(bars);
    }

    /**
     * A bar.
     *
     * @param value what its length means, such as a share in percent
     * @param shown the value as text, at the end of the bar
     * @param margin the margin of error of the value
     */
    public record Bar(String label, double value, String shown, Optional<Margin> margin) {}

    /** A margin of error. */
    public record Margin(double low, double high) {}

    @Override
    public String svg(Frame frame) {
        Svg svg = new Svg(frame);
        Columns columns = Columns.of(frame, bars);
        double max =
                Math.max(1e-9, bars.stream().mapToDouble(BarChart::end).max().orElse(0));
        double y = 2;
        for (Bar bar : bars) {
            List<String> lines = columns.lines(bar.label());
            double textHeight = lines.size() * Svg.LINE_HEIGHT;
            double row = frame.isNarrow() ? textHeight + 4 + BAR : Math.max(BAR, textHeight);
            double middle = frame.isNarrow() ? y + textHeight + 4 + BAR / 2 : y + row / 2;
            svg.lines(
                    columns.labelX(),
                    frame.isNarrow() ? y + textHeight / 2 : middle,
                    lines,
                    Ink.TEXT,
                    columns.anchor());
            double scale = columns.barWidth() / max;
            svg.rect(columns.barX(), middle - BAR / 2, columns.barWidth(), BAR, Ink.SUNKEN);
            if (bar.value() > 0) {
                String tip = bar.label() + ": " + bar.shown();
                svg.rect(columns.barX(), middle - BAR / 2, Math.max(2, bar.value() * scale), BAR, Ink.BLUE, 1, tip);
            }
            bar.margin()
                    .filter(margin -> bar.value() > 0)
                    .ifPresent(margin -> svg.whisker(
                            columns.barX() + margin.low() * scale,
                            columns.barX() + margin.high() * scale,
                            middle,
                            Ink.TEXT));
            svg.text(columns.valueX(), middle, bar.shown(), Ink.SOFT, Svg.Anchor.END, false);
            y += row + GAP;
        }
        return svg.document(Math.max(20, y - GAP + 2));
    }

    private static double end(Bar bar) {
        return bar.margin().map(Margin::high).orElse(bar.value());
    }

    /** Where labels, bars and values are. */
    record Columns(
            double labelX,
            double labelWidth,
            Svg.Anchor anchor,
            double barX,
            double barWidth,
            double valueX,
            int maxLines) {
        static Columns of(Frame frame, List<Bar> bars) {
            List<String> labels = new ArrayList<>();
            double values = 0;
            for (Bar bar : bars) {
                labels.add(bar.label());
                values = Math.max(values, Label.width(bar.shown(), Svg.TEXT));
            }
            return of(frame, labels, values);
        }

        static Columns of(Frame frame, List<String> labels, double valueWidth) {
            double values = valueWidth == 0 ? 0 : valueWidth + 10;
            if (frame.isNarrow()) {
                return new Columns(0, frame.width(), Svg.Anchor.START, 0, frame.width() - values, frame.width(), 3);
            }
            double longest = labels.stream()
                    .mapToDouble(label -> Label.width(label, Svg.TEXT))
                    .max()
                    .orElse(0);
            double label = Math.min(longest, frame.width() * 0.36);
            double barX = label + 12;
            return new Columns(label, label, Svg.Anchor.END, barX, frame.width() - barX - values, frame.width(), 4);
        }

        List<String> lines(String label) {
            return Label.lines(label, Svg.TEXT, labelWidth, maxLines);
        }
    }
}
