package dev.parlance.survey.reading;

import dev.parlance.survey.words.TextNormalizer;
import dev.parlance.survey.words.Words;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a month with its year: "05/2024", "2024-5", "2024年5月", "last month", and on a keypad "052024". */
public final class MonthReader {
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})\\s*[-/.\\u5E74]?\\s*(\\d{1,2})\\s*\\u6708?");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})\\s*[-/.]?\\s*(\\d{4})");
    private static final Pattern SHORT_YEAR = Pattern.compile("(\\d{1,2})\\s*[-/.]\\s*(\\d{2})");
    private static final int FARTHEST = 20;

    private MonthReader() {}

    /** Returns the months that a text may mean, and no others than those that are valid. */
    public static Guess<YearMonth> read(String text, Words words, LocalDate today, Predicate<YearMonth> isValid) {
        String digits = TextNormalizer.plainDigits(text.strip());
        List<YearMonth> yearFirst = in(YEAR_FIRST.matcher(digits), 1, 2);
        List<YearMonth> monthFirst = in(MONTH_FIRST.matcher(digits), 2, 1);
        boolean isYearUsual = Dates.order(words.locale()).startsWith("y");
        List<YearMonth> found = named(text, words, YearMonth.from(today));
        found.addAll(isYearUsual ? yearFirst : monthFirst);
        found.addAll(isYearUsual ? monthFirst : yearFirst);
        Matcher shortYear = SHORT_YEAR.matcher(digits);
        if (found.isEmpty() && shortYear.matches()) {
            month(year(Integer.parseInt(shortYear.group(2)), today), Integer.parseInt(shortYear.group(1)))
                    .ifPresent(found::add);
        }
        return found.stream()
                .filter(isValid)
                .findFirst()
                .map(Guess::sure)
                .orElseGet(Guess::none)
                .because("exactly a month");
    }

    private static List<YearMonth> named(String text, Words words, YearMonth now) {
        String folded = TextNormalizer.normalize(text);
        List<YearMonth> named = new ArrayList<>();
        List<String> keys = List.of("lastMonth", "thisMonth", "nextMonth");
        for (int i = 0; i < keys.size(); i++) {
            if (words.list(keys.get(i)).contains(folded)) {
                named.add(now.plusMonths(i - 1L));
            }
        }
        return named;
    }

    private static List<YearMonth> in(Matcher text, int year, int month) {
        return text.matches()
                ? month(Integer.parseInt(text.group(year)), Integer.parseInt(text.group(month))).stream()
                        .toList()
                : List.of();
    }

    /** A year in two digits is at most 20 years from now; otherwise it is a hundred years earlier. */
    static int year(int twoDigits, LocalDate today) {
        int year = today.getYear() / 100 * 100 + twoDigits;
        return year > today.getYear() + FARTHEST ? year - 100 : year;
    }

    static Optional<YearMonth> month(int year, int month) {
        boolean isMonth = month >= 1 && month <= 12 && year >= 1000 && year <= 9999;
        return isMonth ? Optional.of(YearMonth.of(year, month)) : Optional.empty();
    }
}
