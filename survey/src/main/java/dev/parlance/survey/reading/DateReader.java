package dev.parlance.survey.reading;

import dev.parlance.survey.words.TextNormalizer;
import dev.parlance.survey.words.Words;
import java.lang.Character.UnicodeScript;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates in the order usual in a language. If a text is ambiguous, the valid range decides, then the distance from today;
 * if two dates are about equally near, the respondent is asked.
 */
public final class DateReader {
    private static final int LONGEST = 60;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,8}");
    private static final Pattern ORDINAL = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|er|ro|o|a)");
    private static final Pattern ONE_WORD = Pattern.compile("\\d{8}");
    /** The characters for year, month and day, which follow the number without a blank. */
    private static final Pattern CJK_PARTS = Pattern.compile("[年月日号號년월일]");
    /** A separator between the parts of a date. Blanks don't count, because they can separate any numbers. */
    private static final Pattern APART = Pattern.compile("\\d\\s*[/.,*\\-\\u2010-\\u2015年月日号號년월일]");

    private final Words words;
    private final LocalDate today;
    private final Span span;
    private final PossibleDays near;
    private final List<Part> parts = new ArrayList<>();
    private Guess<Integer> month = Guess.none();
    private boolean isDay;
    private boolean isRange;

    /** A number and how many digits it is written with. */
    record Part(int number, int digits) {
        boolean isYear() {
            return digits == 4 || number > 31;
        }
    }

    private DateReader(Words words, LocalDate today, Span span) {
        this.words = words;
        this.today = today;
        this.span = span;
        this.near = new PossibleDays(today, span);
    }

    /** Returns the dates within the range that a text may mean. Eight digits are a date in the language's order. */
    public static Guess<LocalDate> read(String text, Words words, LocalDate today, Span span) {
        if (text.length() > LONGEST) {
            return Guess.none();
        }
        return new DateReader(words, today, span).read(text);
    }

    /** Returns the dates of a month that these numbers may mean: a day, or a day and a year. */
    static Guess<LocalDate> inMonth(int month, List<Part> numbers, Words words, LocalDate today, Span span) {
        DateReader reader = new DateReader(words, today, span);
        reader.parts.addAll(numbers);
        return reader.inMonth(month);
    }

    /** Returns the dates that the number of a day may mean. */
    static Guess<LocalDate> ofMonth(Part day, Words words, LocalDate today, Span span) {
        DateReader reader = new DateReader(words, today, span);
        reader.isDay = true;
        return reader.ofMonth(day);
    }

    private Guess<LocalDate> read(String text) {
        String folded = TextNormalizer.normalize(text);
        Set<LocalDate> named = named(folded);
        if (!named.isEmpty()) {
            return among(List.copyOf(named));
        }
        for (String word : CJK_PARTS.matcher(folded).replaceAll(" ").split(" ", -1)) {
            if (!word.isEmpty() && !understood(word)) {
                return Guess.none();
            }
        }
        if (!month.isNone()) {
            Guess<LocalDate> days = inMonth(month.candidates().get(0));
            return month.isSure() ? days : days.unsure();
        }
        boolean isApart = APART.matcher(TextNormalizer.plainDigits(text)).find();
        return switch (parts.size()) {
            case 1 -> ONE_WORD.matcher(folded).matches() ? inOneWord(folded) : ofMonth(parts.get(0));
            case 2 -> isApart ? twoParts() : twoParts().unsure();
            case 3 -> isApart || parts.stream().anyMatch(Part::isYear) ? threeParts() : Guess.none();
            default -> Guess.none();
        };
    }

    /** Finds named days. There can be several: some languages have one word for tomorrow and yesterday. */
    private Set<LocalDate> named(String folded) {
        Set<LocalDate> days = new LinkedHashSet<>();
        List<String> keys = List.of("today", "tomorrow", "yesterday", "dayAfterTomorrow", "dayBeforeYesterday");
        List<Integer> distances = List.of(0, 1, -1, 2, -2);
        for (int i = 0; i < keys.size(); i++) {
            if (words.list(keys.get(i)).contains(folded)) {
                days.add(today.plusDays(distances.get(i)));
            }
        }
        return days;
    }

    /** All candidates are equally likely; if several are within the range, the respondent is asked. */
    private Guess<LocalDate> among(List<LocalDate> days) {
        List<LocalDate> possible = days.stream().filter(span::has).toList();
        return possible.size() == 1 ? Guess.sure(possible.get(0)) : Guess.perhaps(possible);
    }

    private boolean understood(String word) {
        Matcher ordinal = ORDINAL.matcher(word);
        if (NUMBER.matcher(word).matches()) {
            parts.add(new Part(Integer.parseInt(word), word.length()));
        } else if (ordinal.matches()) {
            String digits = word.replaceAll("\\D", "");
            parts.add(new Part(Integer.parseInt(digits), digits.length()));
            isDay = true;
        } else if (words.list("beforeDay").contains(word)) {
            isDay = true;
        } else if (isChinese(word) && words.commonNumber(word).isPresent()) {
            parts.add(new Part(words.commonNumber(word).orElseThrow(), 2));
        } else if (month.isNone()) {
            // "3 au 5 mai" are two days.
            isRange = parts.size() > 1 && parts.stream().noneMatch(Part::isYear);
            month = FuzzyLookup.find(word, Dates.months(words.locale()), words);
            return !month.isNone();
        } else {
            return false;
        }
        return true;
    }

    private static boolean isChinese(String word) {
        return UnicodeScript.of(word.codePointAt(0)) == UnicodeScript.HAN;
    }

    private Guess<LocalDate> inMonth(int named) {
        if (parts.size() == 1) {
            return near.nearest(near.inAnyYear(named, parts.get(0).number()));
        }
        if (parts.size() != 2 || isRange) {
            return Guess.none();
        }
        int year = parts.get(0).isYear() ? 0 : 1;
        return near.first(
                near.inYear(parts.get(year), named, parts.get(1 - year).number()));
    }

    /** Eight digits in the language's order or, if that is no valid date, with the year first. */
    private Guess<LocalDate> inOneWord(String digits) {
        for (String order : List.of(Dates.order(words.locale()), "yMd")) {
            int at = 0;
            int[] found = new int[3];
            for (int i = 0; i < order.length(); i++) {
                char part = order.charAt(i);
                int length = part == 'y' ? 4 : 2;
                found["yMd".indexOf(part)] = Integer.parseInt(digits.substring(at, at + length));
                at += length;
            }
            Optional<LocalDate> day =
                    PossibleDays.day(found[0], found[1], found[2]).filter(span::has);
            if (day.isPresent()) {
                return Guess.sure(day.get());
            }
        }
        return Guess.none();
    }

    /** "The 15th" of this month, the previous one or the next one. */
    private Guess<LocalDate> ofMonth(Part part) {
        if (!isDay || part.digits() > 2) {
            return Guess.none();
        }
        List<LocalDate> days = new ArrayList<>();
        for (int months = -1; months <= 1; months++) {
            LocalDate in = today.plusMonths(months);
            PossibleDays.day(in.getYear(), in.getMonthValue(), part.number()).ifPresent(days::add);
        }
        return near.nearest(days);
    }

    private Guess<LocalDate> twoParts() {
        if (parts.stream().anyMatch(part -> part.digits() > 2)) {
            return Guess.none();
        }
        String order = Dates.order(words.locale());
        boolean dayFirst = order.indexOf('d') < order.indexOf('M');
        int first = parts.get(0).number();
        int second = parts.get(1).number();
        List<LocalDate> usual = dayFirst ? near.inAnyYear(second, first) : near.inAnyYear(first, second);
        List<LocalDate> other = dayFirst ? near.inAnyYear(first, second) : near.inAnyYear(second, first);
        return either(usual, near.nearest(usual), near.nearest(other));
    }

    private Guess<LocalDate> threeParts() {
        String order = Dates.order(words.locale());
        if (parts.get(0).isYear()) {
            order = "yMd";
        } else if (parts.get(2).digits() == 4 && order.charAt(0) == 'y') {
            order = "Mdy";
        }
        String swapped = order.replace('d', '-').replace('M', 'd').replace('-', 'M');
        List<LocalDate> usual = inOrder(order);
        // Nobody writes 2026-06-03 for March 6.
        boolean isCertain = parts.get(0).isYear() && !usual.isEmpty();
        return isCertain ? near.first(usual) : either(usual, near.first(usual), near.first(inOrder(swapped)));
    }

    private List<LocalDate> inOrder(String order) {
        Part year = parts.get(order.indexOf('y'));
        Part month = parts.get(order.indexOf('M'));
        Part day = parts.get(order.indexOf('d'));
        return month.digits() > 2 || day.digits() > 2 ? List.of() : near.inYear(year, month.number(), day.number());
    }

    /** Prefers the usual order; the other order must be confirmed if the usual one gives a date outside the range. */
    private static Guess<LocalDate> either(List<LocalDate> usualDays, Guess<LocalDate> usual, Guess<LocalDate> other) {
        if (!usual.isNone()) {
            return usual;
        }
        return usualDays.isEmpty() ? other : other.unsure();
    }
}
