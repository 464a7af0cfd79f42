package dev.parlance.survey.pages.chart;

import java.util.List;
import java.util.function.IntFunction;

/** The names of colours, in as many lines as they need. */
final class Legend {
    private static final double SQUARE = 10;

    private Legend() {}

    /** Draws it at the top, and returns where the chart begins. */
    static double draw(Svg svg, Frame frame, List<String> names, IntFunction<Ink> ink) {
        double x = 0;
        double y = 8;
        for (int i = 0; i < names.size(); i++) {
            String name =
                    Label.lines(names.get(i), Svg.TEXT, frame.width() - 20.0, 1).get(0);
            double width = SQUARE + 6 + Label.width(name, Svg.TEXT);
            if (x > 0 && x + width > frame.width()) {
                x = 0;
                y += 18;
            }
            svg.rect(x, y - SQUARE / 2, SQUARE, SQUARE, ink.apply(i));
            if (Label.isRightToLeft(name)) {
                svg.text(x + width, y, name, Ink.SOFT, Svg.Anchor.END, false);
            } else {
                svg.text(x + SQUARE + 6, y, name, Ink.SOFT, Svg.Anchor.START, false);
            }
            x += width + 16;
        }
        return y + 20;
    }
}
