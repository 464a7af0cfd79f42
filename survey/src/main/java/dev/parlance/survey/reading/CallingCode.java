package dev.parlance.survey.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The calling code of a country, and the format of its numbers.
 *
 * @param digits the code, such as {@code 52}
 * @param region the country, such as {@code MX}; the largest if several share the code
 * @param least the fewest digits of a number without the code
 * @param most the most digits
 * @param keepsZero whether a leading zero is part of the number
 */
public record CallingCode(String digits, String region, int least, int most, boolean keepsZero) {
    private static final int LONGEST = 3;
    private static final Map<String, CallingCode> KNOWN = load();

    /** Finds a calling code by {@code 1}, {@code +1} or {@code US}. */
    public static Optional<CallingCode> of(String text) {
        boolean isCode = text.startsWith("+");
        String name = isCode ? text.substring(1) : text.toUpperCase(Locale.ROOT);
        return Optional.ofNullable(KNOWN.get(name)).filter(code -> !isCode || name.equals(code.digits()));
    }

    /** All calling codes and countries, in order. */
    public static SortedSet<String> names() {
        return new TreeSet<>(KNOWN.keySet());
    }

    /** Finds the calling code that a number starts with. */
    static Optional<CallingCode> before(String number) {
        for (int length = 1; length <= Math.min(LONGEST, number.length()); length++) {
            CallingCode code = KNOWN.get(number.substring(0, length));
            if (code != null) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    private static Map<String, CallingCode> load() {
        Map<String, CallingCode> codes = new HashMap<>();
        InputStream file = Objects.requireNonNull(CallingCode.class.getResourceAsStream("calling-codes.csv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(line.split(";", -1), codes));
        } catch (IOException e) {
            throw new UncheckedIOException("The list of calling codes can't be read", e);
        }
        return Map.copyOf(codes);
    }

    private static void add(String[] line, Map<String, CallingCode> codes) {
        String[] regions = line[1].split(" ", -1);
        String[] lengths = line[2].split("-", -1);
        for (String region : regions) {
            CallingCode code = new CallingCode(
                    line[0],
                    region,
                    Integer.parseInt(lengths[0]),
                    Integer.parseInt(lengths[lengths.length - 1]),
                    !line[3].isEmpty());
            codes.put(region, code);
            codes.putIfAbsent(line[0], code);
        }
    }
}
