package dev.parlance.survey.reading;

import dev.parlance.survey.words.TextNormalizer;
import dev.parlance.survey.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a year: "2019", "'19", "last year", and on a keypad "2019". */
public final class YearReader {
    private static final Pattern FOUR_DIGITS = Pattern.compile("(\\d{4})\\s*\\u5E74?");
    private static final Pattern TWO_DIGITS = Pattern.compile("['\\u2019\\u2018]?\\s*(\\d{2})\\s*\\u5E74?");
    private static final int FIRST_YEAR = 1000;

    private YearReader() {}

    /** Returns the years that a text may mean, and no others than those that are valid. */
    public static Guess<Integer> read(String text, Words words, LocalDate today, IntPredicate isValid) {
        String digits = TextNormalizer.plainDigits(text.strip());
        List<Integer> found = named(text, words, today.getYear());
        Matcher whole = FOUR_DIGITS.matcher(digits);
        if (whole.matches()) {
            found.add(Integer.valueOf(whole.group(1)));
        }
        Matcher ending = TWO_DIGITS.matcher(digits);
        if (ending.matches()) {
            found.addAll(endingIn(Integer.parseInt(ending.group(1)), today));
        }
        return found.stream()
                .filter(year -> year >= FIRST_YEAR && isValid.test(year))
                .findFirst()
                .map(Guess::sure)
                .orElseGet(Guess::none)
                .because("exactly a year");
    }

    private static List<Integer> named(String text, Words words, int now) {
        String folded = TextNormalizer.normalize(text);
        List<String> keys = List.of("lastYear", "thisYear", "nextYear");
        List<Integer> named = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            if (words.list(keys.get(i)).contains(folded)) {
                named.add(now + i - 1);
            }
        }
        return named;
    }

    /** The years that end in two digits: the usual one, then those a hundred years before and after. */
    static List<Integer> endingIn(int twoDigits, LocalDate today) {
        int usual = MonthReader.year(twoDigits, today);
        return Stream.of(usual, usual - 100, usual + 100).toList();
    }
}
