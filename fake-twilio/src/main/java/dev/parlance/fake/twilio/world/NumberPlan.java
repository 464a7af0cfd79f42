package dev.parlance.fake.twilio.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the numbers of a country look, without its calling code.
 *
 * @param prefix the prefix for calls within the country, or empty
 * @param groups the number of digits in each group of a written number; the last group has the rest
 */
record NumberPlan(int shortest, int longest, String prefix, List<Integer> groups) {
    private static final Pattern NORTH_AMERICAN = Pattern.compile("([2-9][0-8]\\d)([2-9]\\d{2})(\\d{4})");
    private static final NumberPlan NORTH_AMERICA = new NumberPlan(10, 10, "1", List.of(3, 3, 4));
    /** For a country that is not in the file. */
    private static final NumberPlan ANY = new NumberPlan(4, 12, "", List.of(12));

    private static final Map<String, NumberPlan> BY_COUNTRY = read();

    static NumberPlan of(String country) {
        return Countries.callingCode(country).equals("1") ? NORTH_AMERICA : BY_COUNTRY.getOrDefault(country, ANY);
    }

    /** Whether a number of a valid length can exist. */
    boolean canExist(String national) {
        return equals(NORTH_AMERICA) ? NORTH_AMERICAN.matcher(national).matches() : !national.startsWith("0");
    }

    /** The number as it is written in the country: {@code (415) 555-0009}. */
    String format(String national) {
        if (equals(NORTH_AMERICA)) {
            return NORTH_AMERICAN.matcher(national).replaceFirst("($1) $2-$3");
        }
        StringBuilder written = new StringBuilder(prefix);
        int start = 0;
        for (int i = 0; i < groups.size() && start < national.length(); i++) {
            boolean isLast = i == groups.size() - 1;
            int end = isLast ? national.length() : Math.min(national.length(), start + groups.get(i));
            written.append(i == 0 ? "" : " ").append(national, start, end);
            start = end;
        }
        return written.toString();
    }

    private static Map<String, NumberPlan> read() {
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(NumberPlan.class.getResourceAsStream("number-plan.txt")),
                StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 5))
                    .collect(Collectors.toMap(words -> words[0], NumberPlan::read, (one, other) -> one));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NumberPlan read(String[] words) {
        Function<String, List<Integer>> groups =
                text -> Arrays.stream(text.split("-", -1)).map(Integer::valueOf).toList();
        return new NumberPlan(
                Integer.parseInt(words[1]),
                Integer.parseInt(words[2]),
                words[3].replace("-", ""),
                groups.apply(words[4]));
    }
}
