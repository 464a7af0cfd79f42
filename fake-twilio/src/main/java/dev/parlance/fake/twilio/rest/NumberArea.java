package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.world.NumberDetails;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An area with numbers to buy. All fields are text, and empty if they are unknown.
 *
 * @param type the last part of the search's path: {@code Local}, {@code TollFree} …
 * @param start the digits of the numbers before the last four, without the calling code
 */
record NumberArea(
        String country,
        String type,
        String start,
        String latitude,
        String longitude,
        String postalCode,
        String region,
        String locality) {
    private static final int FIRST = 100;
    private static final int COUNT = 100;
    private static final double MILES_PER_DEGREE = 69;

    private static final List<NumberArea> ALL = read();

    static List<NumberArea> all() {
        return ALL;
    }

    /** The area of any area code in the US. */
    static NumberArea ofCode(String areaCode) {
        return ALL.stream()
                .filter(area -> area.country.equals("US") && area.start.startsWith(areaCode))
                .findFirst()
                .orElseGet(() -> new NumberArea("US", "Local", areaCode + "555", "", "", "", "", ""));
    }

    Stream<String> numbers() {
        String code = "+" + NumberDetails.callingCode(country);
        return IntStream.range(FIRST, FIRST + COUNT)
                .mapToObj(last -> code + start + String.format(Locale.ROOT, "%04d", last));
    }

    boolean isPlace() {
        return !latitude.isEmpty();
    }

    /** The distance in miles, roughly. */
    double milesTo(double otherLatitude, double otherLongitude) {
        double north = Double.parseDouble(latitude) - otherLatitude;
        double east = (Double.parseDouble(longitude) - otherLongitude) * Math.cos(Math.toRadians(otherLatitude));
        return MILES_PER_DEGREE * Math.hypot(north, east);
    }

    private static List<NumberArea> read() {
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(NumberArea.class.getResourceAsStream("available-numbers.txt")),
                StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(NumberArea::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NumberArea read(String line) {
        String[] words = line.split(" ", 8);
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].equals("-") ? "" : words[i];
        }
        return new NumberArea(words[0], words[1], words[2], words[3], words[4], words[5], words[6], words[7]);
    }
}
