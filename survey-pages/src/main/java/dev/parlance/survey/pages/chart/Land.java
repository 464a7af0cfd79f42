package dev.parlance.survey.pages.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The coasts of the world. From Natural Earth's 1:110m land, which is in the public domain: one ring a line, as a path with relative
 * steps in fifths of a degree; south is down.
 */
final class Land {
    static final double UNITS = 5;

    private static final List<Ring> RINGS = read();

    private Land() {}

    private record Ring(String path, double left, double top, double right, double bottom) {
        static Ring of(String path) {
            String[] parts = path.substring(1, path.length() - 1).split("l", 2);
            String[] numbers = (parts[0] + " " + parts[1]).split(" ", -1);
            double x = 0;
            double y = 0;
            double left = Double.MAX_VALUE;
            double top = Double.MAX_VALUE;
            double right = -Double.MAX_VALUE;
            double bottom = -Double.MAX_VALUE;
            for (int i = 0; i < numbers.length; i += 2) {
                x += Integer.parseInt(numbers[i]);
                y += Integer.parseInt(numbers[i + 1]);
                left = Math.min(left, x);
                right = Math.max(right, x);
                top = Math.min(top, y);
                bottom = Math.max(bottom, y);
            }
            return new Ring(path, left / UNITS, top / UNITS, right / UNITS, bottom / UNITS);
        }

        boolean isIn(double fromX, double fromY, double toX, double toY) {
            return right >= fromX && left <= toX && bottom >= fromY && top <= toY;
        }
    }

    /** The rings that touch a rectangle, given in degrees to the east and south. */
    static String in(double left, double top, double right, double bottom) {
        return RINGS.stream()
                .filter(ring -> ring.isIn(left, top, right, bottom))
                .map(Ring::path)
                .collect(Collectors.joining());
    }

    private static List<Ring> read() {
        try (InputStream in = Objects.requireNonNull(Land.class.getResourceAsStream("land.txt"), "land.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Ring::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read the map", e);
        }
    }
}
