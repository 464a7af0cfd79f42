package dev.parlance.survey.reading;

import dev.parlance.survey.words.TextNormalizer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Formats dates and times for a language. */
public final class Dates {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final char NARROW_SPACE = '\u202f';

    /** Where a language does not write a month as "May 2026". Java has patterns for this only from version 19 on. */
    private static final Map<String, String> MONTH_PATTERNS = Map.of(
            "es", "MMMM 'de' uuuu",
            "pt", "MMMM 'de' uuuu",
            "zh", "uuuu年M月",
            "ja", "uuuu年M月");

    private static final Map<Locale, Map<String, Integer>> MONTHS = new ConcurrentHashMap<>();

    private Dates() {}

    /** The order in which a language writes a date: {@code dMy}, {@code Mdy} or {@code yMd}. */
    static String order(Locale locale) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
        StringBuilder order = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i) == 'u' ? 'y' : pattern.charAt(i);
            if ((c == 'd' || c == 'M' || c == 'y') && order.indexOf(String.valueOf(c)) < 0) {
                order.append(c);
            }
        }
        return order.length() == 3 ? order.toString() : "dMy";
    }

    /** The months by their folded names in a language. */
    static Map<String, Integer> months(Locale locale) {
        return MONTHS.computeIfAbsent(locale, Dates::namesOfMonths);
    }

    private static Map<String, Integer> namesOfMonths(Locale locale) {
        Map<String, Integer> months = new HashMap<>();
        for (Month month : Month.values()) {
            for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT)) {
                String name = TextNormalizer.normalize(month.getDisplayName(style, locale));
                if (!name.isEmpty() && !NUMBER.matcher(name).lookingAt()) {
                    months.put(name, month.getValue());
                }
            }
        }
        return Map.copyOf(months);
    }

    /** Formats a date in full, as usual in the language. */
    public static String write(LocalDate date, Locale locale) {
        return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
    }

    /** Formats a date in digits, in an order that an answer can have. */
    public static String example(LocalDate date, Locale locale) {
        return date.format(DateTimeFormatter.ofPattern(order(locale)
                .replace("d", "dd/")
                .replace("M", "MM/")
                .replace("y", "yyyy/")
                .replaceAll("/$", "")));
    }

    /** Formats a month with its year, as usual in the language. */
    public static String write(YearMonth month, Locale locale) {
        String pattern = MONTH_PATTERNS.getOrDefault(locale.getLanguage(), "LLLL uuuu");
        return month.format(DateTimeFormatter.ofPattern(pattern, locale));
    }

    /** Formats a month in digits, in an order that an answer can have. */
    public static String example(YearMonth month, Locale locale) {
        return month.format(DateTimeFormatter.ofPattern(order(locale).startsWith("y") ? "uuuu/MM" : "MM/uuuu"));
    }

    /** Formats a time as usual in the language. */
    public static String write(LocalTime time, Locale locale) {
        String written =
                time.format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale));
        // Java 20 and newer write "4:00 PM" with a narrow space, which leaves a text only 70 characters per segment.
        return written.replace(NARROW_SPACE, ' ');
    }
}
