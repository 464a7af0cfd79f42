package dev.parlance.survey.pages.chart;

import java.util.List;

/** Places on a map of the coasts. */
public record PlaceMap(List<Dot> dots) implements Chart {
    /** The coasts are too coarse for less, in degrees. */
    private static final double LEAST_SPAN = 16;

    /** Copies the list. */
    public PlaceMap {
        dots = List.copyOf(dots);
    }

    /** A place. */
    public record Dot(double latitude, double longitude, int count) {}

    @Override
    public String svg(Frame frame) {
        double height = Math.round(frame.width() * 0.5);
        double minX = dots.stream().mapToDouble(Dot::longitude).min().orElse(-180);
        double maxX = dots.stream().mapToDouble(Dot::longitude).max().orElse(180);
        double minY = dots.stream().mapToDouble(dot -> -dot.latitude()).min().orElse(-80);
        double maxY = dots.stream().mapToDouble(dot -> -dot.latitude()).max().orElse(60);
        double span = Math.min(360, Math.max(LEAST_SPAN, 1.25 * Math.max(maxX - minX, 2 * (maxY - minY))));
        double scale = frame.width() / span;
        double left = (minX + maxX) / 2 - span / 2;
        double top = (minY + maxY) / 2 - span / 4;
        Svg svg = new Svg(frame);
        svg.rect(0, 0, frame.width(), height, Ink.SUNKEN);
        String transform = "translate(" + Svg.number(-left * scale) + " " + Svg.number(-top * scale) + ") scale("
                + scale / Land.UNITS + ")";
        svg.fill(Land.in(left, top, left + span, top + span / 2), transform, Ink.MIDDLE);
        int most = dots.stream().mapToInt(Dot::count).max().orElse(1);
        for (Dot dot : dots) {
            double radius = Math.max(3.5, 16 * Math.sqrt((double) dot.count() / most));
            String tip = name(dot) + ": " + Amount.count(dot.count());
            svg.circle((dot.longitude() - left) * scale, (-dot.latitude() - top) * scale, radius, Ink.BLUE, 0.75, tip);
        }
        return svg.document(height);
    }

    /** {@code 19.4° N, 99.1° W} */
    public static String name(Dot dot) {
        return degrees(dot.latitude(), "N", "S") + ", " + degrees(dot.longitude(), "E", "W");
    }

    private static String degrees(double degrees, String positive, String negative) {
        return Amount.decimal(Math.abs(degrees), 1) + "° " + (degrees < 0 ? negative : positive);
    }
}
