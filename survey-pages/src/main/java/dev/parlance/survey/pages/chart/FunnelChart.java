package dev.parlance.survey.pages.chart;

import java.util.List;

/** How many people got to each step, and how many left there. */
public record FunnelChart(List<Step> steps) implements Chart {
    private static final double BAR = 18;
    private static final double GAP = 10;

    /** Copies the list. */
    public FunnelChart {
        steps = List.copyOf(steps);
    }

    /** A step. */
    public record Step(String label, int reached, int left) {}

    @Override
    public String svg(Frame frame) {
        Svg svg = new Svg(frame);
        int most = Math.max(1, steps.stream().mapToInt(Step::reached).max().orElse(1));
        double values = steps.stream()
                .mapToDouble(step -> Label.width(shown(step, most), Svg.TEXT))
                .max()
                .orElse(0);
        BarChart.Columns columns =
                BarChart.Columns.of(frame, steps.stream().map(Step::label).toList(), values);
        double y = Legend.draw(svg, frame, List.of("went on", "left here"), i -> i == 0 ? Ink.BLUE : Ink.LOWEST);
        for (Step step : steps) {
            List<String> lines = columns.lines(step.label());
            double textHeight = lines.size() * Svg.LINE_HEIGHT;
            double row = frame.isNarrow() ? textHeight + 4 + BAR : Math.max(BAR, textHeight);
            double middle = frame.isNarrow() ? y + textHeight + 4 + BAR / 2 : y + row / 2;
            svg.lines(
                    columns.labelX(),
                    frame.isNarrow() ? y + textHeight / 2 : middle,
                    lines,
                    Ink.TEXT,
                    columns.anchor());
            bar(svg, step, columns, middle, columns.barWidth() / most);
            svg.text(columns.valueX(), middle, shown(step, most), Ink.SOFT, Svg.Anchor.END, false);
            y += row + GAP;
        }
        return svg.document(y - GAP + 4);
    }

    private static void bar(Svg svg, Step step, BarChart.Columns columns, double middle, double scale) {
        double top = middle - BAR / 2;
        double on = (step.reached() - step.left()) * scale;
        double left = step.left() * scale;
        svg.rect(columns.barX(), top, columns.barWidth(), BAR, Ink.SUNKEN);
        if (on > 0) {
            svg.rect(columns.barX(), top, on, BAR, Ink.BLUE, 1, step.label() + ": " + Amount.count(step.reached()));
        }
        if (left > 0) {
            String tip = step.label() + ": " + Amount.count(step.left()) + " left here";
            svg.rect(columns.barX() + on, top, Math.max(2, left), BAR, Ink.LOWEST, 1, tip);
        }
    }

    private static String shown(Step step, int most) {
        return Amount.count(step.reached()) + " · " + Amount.decimal(100.0 * step.reached() / most, 0) + "%";
    }
}
