package dev.parlance.survey.pages.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How likely people are to recommend something: detractors, passives and promoters, and each answer from 0 to 10.
 *
 * @param counts how often each answer was given
 */
public record NpsChart(List<Integer> counts) implements Chart {
    private static final double BAR = 26;
    private static final List<String> PARTS = List.of("Detractors (0 to 6)", "Passives (7, 8)", "Promoters (9, 10)");
    private static final List<Ink> INKS = List.of(Ink.LOWEST, Ink.MIDDLE, Ink.HIGHEST);

    /** Copies the list. */
    public NpsChart {
        counts = List.copyOf(counts);
    }

    @Override
    public String svg(Frame frame) {
        Svg svg = new Svg(frame);
        double y = Legend.draw(svg, frame, PARTS, INKS::get);
        int[] parts = {sum(0, 6), sum(7, 8), sum(9, 10)};
        int total = Math.max(1, sum(0, 10));
        double x = 0;
        for (int i = 0; i < parts.length; i++) {
            double width = (double) frame.width() * parts[i] / total;
            if (width > 0) {
                String shown = Amount.percent(100.0 * parts[i] / total);
                svg.rect(x + 0.5, y, Math.max(0.5, width - 1), BAR, INKS.get(i), 1, PARTS.get(i) + ": " + shown);
                if (Label.width(shown, Svg.TEXT) + 8 <= width) {
                    svg.text(x + width / 2, y + BAR / 2, shown, INKS.get(i).text(), Svg.Anchor.MIDDLE, true);
                }
            }
            x += width;
        }
        List<ColumnChart.Column> columns = IntStream.range(0, counts.size())
                .mapToObj(answer -> new ColumnChart.Column(Integer.toString(answer), counts.get(answer)))
                .toList();
        return svg.document(new ColumnChart(columns, ColumnChart.Tone.NPS).draw(svg, frame, y + BAR + 8));
    }

    private int sum(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .filter(answer -> answer < counts.size())
                .map(counts::get)
                .sum();
    }
}
