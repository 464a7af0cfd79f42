package dev.parlance.survey.words;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes dates and times in the order of a language. */
public final class Dates {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern CLOCK =
            Pattern.compile("(\\d{1,2})(?:\\s*[:.hH時时点點]\\s*(\\d{2})?|\\s+(\\d{2}))?\\s*(?:分|h|uhr|heures?|horas?)?");
    /** The words for year, month and day, which stand right behind the number. */
    private static final Pattern CJK_PARTS = Pattern.compile("[年月日号號년월일]");

    private static final int LONGEST = 60;

    private Dates() {}

    /** The day that a text names, or that keys do: {@code 31122026} in the language's order. */
    public static Optional<LocalDate> date(String text, Words words, LocalDate today) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String folded = Folding.fold(text);
        if (words.list("today").contains(folded)) {
            return Optional.of(today);
        }
        if (words.list("tomorrow").contains(folded)) {
            return Optional.of(today.plusDays(1));
        }
        if (words.list("yesterday").contains(folded)) {
            return Optional.of(today.minusDays(1));
        }
        Optional<Integer> month = Optional.empty();
        Map<String, Integer> months = months(words.locale());
        List<Integer> numbers = new ArrayList<>();
        for (String word : CJK_PARTS.matcher(folded).replaceAll(" ").split(" ", -1)) {
            Matcher digits = NUMBER.matcher(word);
            if (digits.matches() && word.length() <= 8) {
                numbers.add(Integer.valueOf(word));
            } else if (digits.lookingAt() && word.length() <= 8 && isSuffix(word.substring(digits.end()))) {
                numbers.addAll(NUMBER.matcher(word)
                        .results()
                        .map(found -> Integer.valueOf(found.group()))
                        .toList());
            } else if (Similar.find(word, months).isPresent() && month.isEmpty()) {
                month = Similar.find(word, months);
            } else if (!isFiller(word)) {
                return Optional.empty();
            }
        }
        return month.isPresent()
                ? named(month.get(), numbers, today)
                : numbered(folded, numbers, words.locale(), today);
    }

    /** "3rd", "1er". */
    private static boolean isSuffix(String rest) {
        return rest.matches("st|nd|rd|th|er|o|a");
    }

    private static boolean isFiller(String word) {
        return word.isEmpty() || word.matches("de|del|of|the|le|el|den|am|do|da|on|के|को|من");
    }

    private static Optional<LocalDate> named(int month, List<Integer> numbers, LocalDate today) {
        if (numbers.isEmpty() || numbers.size() > 2) {
            return Optional.empty();
        }
        boolean yearFirst = numbers.get(0) > 31;
        int day = numbers.get(yearFirst && numbers.size() == 2 ? 1 : 0);
        if (numbers.size() == 1) {
            return nearest(month, day, today);
        }
        return day(year(numbers.get(yearFirst ? 0 : 1), today), month, day);
    }

    private static Optional<LocalDate> numbered(String folded, List<Integer> numbers, Locale locale, LocalDate today) {
        String order = order(locale);
        if (numbers.size() == 1 && folded.length() == 8) {
            return inOneWord(folded, order);
        }
        if (numbers.size() == 2) {
            boolean dayFirst = order.indexOf('d') < order.indexOf('M');
            return nearest(numbers.get(dayFirst ? 1 : 0), numbers.get(dayFirst ? 0 : 1), today);
        }
        if (numbers.size() != 3) {
            return Optional.empty();
        }
        String used = numbers.get(0) > 31 ? "yMd" : order;
        return day(
                year(numbers.get(used.indexOf('y')), today),
                numbers.get(used.indexOf('M')),
                numbers.get(used.indexOf('d')));
    }

    private static Optional<LocalDate> inOneWord(String digits, String order) {
        int at = 0;
        Map<Character, Integer> parts = new HashMap<>();
        for (int i = 0; i < order.length(); i++) {
            char part = order.charAt(i);
            int length = part == 'y' ? 4 : 2;
            parts.put(part, Integer.valueOf(digits.substring(at, at + length)));
            at += length;
        }
        return day(parts.getOrDefault('y', 0), parts.getOrDefault('M', 0), parts.getOrDefault('d', 0));
    }

    /** Two digits are the century that makes it nearest to today. */
    private static int year(int written, LocalDate today) {
        if (written > 99) {
            return written;
        }
        int year = today.getYear() / 100 * 100 + written;
        return year > today.getYear() + 20 ? year - 100 : year;
    }

    /** A day without a year is the one nearest to today. */
    private static Optional<LocalDate> nearest(int month, int day, LocalDate today) {
        Optional<LocalDate> best = Optional.empty();
        for (int year = today.getYear() - 1; year <= today.getYear() + 1; year++) {
            Optional<LocalDate> candidate = day(year, month, day);
            if (candidate.isPresent()
                    && (best.isEmpty() || distance(candidate.get(), today) < distance(best.get(), today))) {
                best = candidate;
            }
        }
        return best;
    }

    private static long distance(LocalDate a, LocalDate b) {
        return Math.abs(ChronoUnit.DAYS.between(a, b));
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

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

    private static Map<String, Integer> months(Locale locale) {
        Map<String, Integer> months = new HashMap<>();
        for (Month month : Month.values()) {
            for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT)) {
                String name = Folding.fold(month.getDisplayName(style, locale));
                if (!name.isEmpty() && !NUMBER.matcher(name).lookingAt()) {
                    months.put(name, month.getValue());
                }
            }
        }
        return months;
    }

    /** The time of day that a text names, or that four keys do. */
    public static Optional<LocalTime> time(String text, Words words) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String written = Folding.lower(Folding.plainDigits(text)).strip();
        if (written.matches("\\d{3,4}")) {
            int minutes = Integer.parseInt(written.substring(written.length() - 2));
            return clock(Integer.parseInt(written.substring(0, written.length() - 2)), minutes, 0);
        }
        int half = 0;
        for (int i = 0; i < 2 && half == 0; i++) {
            for (String mark : marks(words.locale(), i)) {
                String spaced = written.replaceAll("(?<=[ap])[.\\s]+(?=m\\b)|(?<=m)\\.", "");
                if (spaced.endsWith(mark) || spaced.startsWith(mark)) {
                    half = i + 1;
                    written = spaced.startsWith(mark)
                            ? spaced.substring(mark.length()).strip()
                            : spaced.substring(0, spaced.length() - mark.length())
                                    .strip();
                    break;
                }
            }
        }
        Matcher clock = CLOCK.matcher(written);
        if (!clock.matches()) {
            return words.number(Folding.fold(written), true).flatMap(hour -> clock(hour, 0, 0));
        }
        String minutes = clock.group(2) == null ? clock.group(3) : clock.group(2);
        return clock(Integer.parseInt(clock.group(1)), minutes == null ? 0 : Integer.parseInt(minutes), half);
    }

    /** Words for before and after noon. */
    private static List<String> marks(Locale locale, int half) {
        String own = DateTimeFormatter.ofPattern("a", locale).format(LocalTime.of(half == 0 ? 6 : 18, 0));
        String folded = Folding.lower(own).replaceAll("[.\\s\\u00A0\\u202F]", "");
        return List.of(half == 0 ? "am" : "pm", folded.isEmpty() ? "am" : folded);
    }

    private static Optional<LocalTime> clock(int hour, int minute, int half) {
        if ((half > 0 && (hour < 1 || hour > 12)) || hour > 23 || minute > 59) {
            return Optional.empty();
        }
        int ofDay = half == 0 ? hour : hour % 12 + (half == 2 ? 12 : 0);
        return Optional.of(LocalTime.of(ofDay, minute));
    }

    /** A day as the language writes it, in full. */
    public static String write(LocalDate date, Locale locale) {
        return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
    }

    /** A day in digits, in the order in which it may be answered. */
    public static String example(LocalDate date, Locale locale) {
        return date.format(DateTimeFormatter.ofPattern(order(locale)
                .replace("d", "dd/")
                .replace("M", "MM/")
                .replace("y", "yyyy/")
                .replaceAll("/$", "")));
    }

    /** A time as the language writes it. */
    public static String write(LocalTime time, Locale locale) {
        return time.format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale));
    }
}
