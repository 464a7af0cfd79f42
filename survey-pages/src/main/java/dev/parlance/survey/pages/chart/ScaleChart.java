package dev.parlance.survey.pages.chart;

import java.util.List;

/** Answers on a scale from bad to good: as one bar that diverges from its middle, and as a column for each point. */
public record ScaleChart(List<Point> points) implements Chart {
    private static final int LONGEST_LABEL = 5;

    /** Copies the list. */
    public ScaleChart {
        points = List.copyOf(points);
    }

    /** A point of the scale. */
    public record Point(String value, String label, int count) {
        private String named() {
            return label.equals(value) ? value : value + " " + label;
        }
    }

    @Override
    public String svg(Frame frame) {
        Svg svg = new Svg(frame);
        List<Integer> counts = points.stream().map(Point::count).toList();
        double end = 0;
        if (counts.stream().anyMatch(count -> count > 0)) {
            List<String> names = points.stream().map(Point::named).toList();
            end = new LikertChart(names, List.of(new LikertChart.Row("", counts))).draw(svg, frame);
        }
        List<ColumnChart.Column> columns = points.stream()
                .map(point -> new ColumnChart.Column(
                        point.label().length() <= LONGEST_LABEL ? point.label() : point.value(), point.count()))
                .toList();
        return svg.document(new ColumnChart(columns, ColumnChart.Tone.SCALE).draw(svg, frame, end + 8));
    }
}
