package dev.parlance.survey.pages.chart;

import java.util.List;

/** A column for each value of an axis: the points of a scale, the classes of a histogram, days or months. */
public record ColumnChart(List<Column> columns, Tone tone) implements Chart {
    private static final double PLOT = 150;
    private static final double TOP = 18;

    /** Copies the list. */
    public ColumnChart {
        columns = List.copyOf(columns);
    }

    /** A column. */
    public record Column(String label, int count) {}

    /** What the colours of the columns mean. */
    public enum Tone {
        /** All have the same. */
        PLAIN,
        /** From bad to good. */
        SCALE,
        /** Detractors, passives, promoters. */
        NPS
    }

    @Override
    public String svg(Frame frame) {
        Svg svg = new Svg(frame);
        return svg.document(draw(svg, frame, 0));
    }

    /** Draws the columns from this height on, and returns their end. */
    double draw(Svg svg, Frame frame, double y) {
        int most = columns.stream().mapToInt(Column::count).max().orElse(0);
        double end = Math.max(1, Math.ceil(Amount.roundedUp(most)));
        double axis = Label.width(Amount.count((long) end), Svg.TEXT) + 8;
        double top = y + TOP;
        for (int line = 0; line <= 2; line++) {
            double at = top + PLOT - PLOT * line / 2;
            svg.line(axis, at, frame.width(), at, Ink.LINE, 1);
            if (line == 0 || end % 2 == 0 || line == 2) {
                svg.text(axis - 8, at, Amount.count((long) (end * line / 2)), Ink.FAINT, Svg.Anchor.END, false);
            }
        }
        double slot = (frame.width() - axis) / Math.max(1, columns.size());
        double width = Math.min(44, Math.max(1, slot * 0.78));
        int step = labelStep(slot);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            double middle = axis + slot * (i + 0.5);
            double height = PLOT * column.count() / end;
            if (column.count() > 0) {
                String tip = column.label() + ": " + Amount.count(column.count());
                svg.rect(
                        middle - width / 2,
                        top + PLOT - Math.max(1, height),
                        width,
                        Math.max(1, height),
                        ink(i),
                        1,
                        tip);
                if (Label.width(Amount.count(column.count()), Svg.TEXT) <= slot) {
                    svg.text(
                            middle,
                            top + PLOT - height - 9,
                            Amount.count(column.count()),
                            Ink.SOFT,
                            Svg.Anchor.MIDDLE,
                            false);
                }
            }
            if (i % step == 0) {
                svg.lines(middle, top + PLOT + 12, List.of(column.label()), Ink.FAINT, Svg.Anchor.MIDDLE);
            }
        }
        return top + PLOT + 24;
    }

    /** Every how many columns there is space for a label. */
    private int labelStep(double slot) {
        double longest = columns.stream()
                .mapToDouble(column -> Label.width(column.label(), Svg.TEXT))
                .max()
                .orElse(0);
        return (int) Math.max(1, Math.ceil((longest + 6) / slot));
    }

    private Ink ink(int index) {
        return switch (tone) {
            case PLAIN -> Ink.BLUE;
            case SCALE -> Ink.ofPoint(index, columns.size());
            case NPS -> index <= 6 ? Ink.LOWEST : index <= 8 ? Ink.MIDDLE : Ink.HIGHEST;
        };
    }
}
