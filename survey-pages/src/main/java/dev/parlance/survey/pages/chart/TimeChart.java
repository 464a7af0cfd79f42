package dev.parlance.survey.pages.chart;

import java.util.List;

/** What happened over time: a line for each series. */
public record TimeChart(List<String> periods, List<Series> series) implements Chart {
    private static final double PLOT = 180;

    /** Copies the lists. */
    public TimeChart {
        periods = List.copyOf(periods);
        series = List.copyOf(series);
    }

    /** A line. */
    public record Series(String name, List<Integer> counts) {
        /** Copies the list. */
        public Series {
            counts = List.copyOf(counts);
        }
    }

    @Override
    public String svg(Frame frame) {
        Svg svg = new Svg(frame);
        List<Ink> inks = List.of(Ink.GREY, Ink.BLUE, Ink.TEAL);
        double top =
                Legend.draw(svg, frame, series.stream().map(Series::name).toList(), i -> inks.get(i % inks.size()));
        int most = series.stream()
                .flatMap(each -> each.counts().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        double end = Math.max(2, Math.ceil(Amount.roundedUp(most)));
        double axis = Label.width(Amount.count((long) end), Svg.TEXT) + 8;
        for (int line = 0; line <= 2; line++) {
            double y = top + PLOT - PLOT * line / 2;
            svg.line(axis, y, frame.width(), y, Ink.LINE, 1);
            svg.text(axis - 8, y, Amount.decimal(end * line / 2, 1), Ink.FAINT, Svg.Anchor.END, false);
        }
        double left = axis + 8;
        double step = (frame.width() - left - 8) / Math.max(1, periods.size() - 1);
        for (int i = 0; i < series.size(); i++) {
            line(svg, series.get(i), inks.get(i % inks.size()), left, step, top, end);
        }
        labels(svg, left, step, top + PLOT + 14);
        return svg.document(top + PLOT + 26);
    }

    private static void line(Svg svg, Series series, Ink ink, double left, double step, double top, double end) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < series.counts().size(); i++) {
            double y = top + PLOT - PLOT * series.counts().get(i) / end;
            path.append(i == 0 ? "M" : "L")
                    .append(Svg.number(left + i * step))
                    .append(' ')
                    .append(Svg.number(y));
        }
        if (series.counts().size() == 1) {
            svg.circle(left, top + PLOT - PLOT * series.counts().get(0) / end, 4, ink, 1, series.name());
        }
        svg.stroke(path.length() == 0 ? "M0 0" : path.toString(), ink);
    }

    private void labels(Svg svg, double left, double step, double y) {
        double widest = periods.stream()
                .mapToDouble(period -> Label.width(period, Svg.TEXT))
                .max()
                .orElse(0);
        int every = (int) Math.max(1, Math.ceil((widest + 12) / step));
        for (int i = 0; i < periods.size(); i += every) {
            double x = left + i * step;
            boolean isLast =
                    i > 0 && i + every >= periods.size() && x + widest / 2 > left + (periods.size() - 1) * step;
            Svg.Anchor anchor = i == 0 ? Svg.Anchor.START : isLast ? Svg.Anchor.END : Svg.Anchor.MIDDLE;
            svg.text(
                    anchor == Svg.Anchor.START ? left - 8 : anchor == Svg.Anchor.END ? x + 8 : x,
                    y,
                    periods.get(i),
                    Ink.FAINT,
                    anchor,
                    false);
        }
    }
}
