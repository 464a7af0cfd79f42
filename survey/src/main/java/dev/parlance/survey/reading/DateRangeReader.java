package dev.parlance.survey.reading;

import dev.parlance.survey.words.TextNormalizer;
import dev.parlance.survey.words.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a first and a last day: "3 to 10 May", "from Monday until Friday", "2026-05-03 - 2026-05-10". */
public final class DateRangeReader {
    private static final int LONGEST = 100;
    private static final int MOST_CANDIDATES = 4;
    private static final Pattern KEYS = Pattern.compile("(\\d{8})[*\\s]?(\\d{8})");
    private static final Pattern DASH = Pattern.compile("[-\\u2010-\\u2015~\\uFF5E*]+");
    private static final Pattern DAY =
            Pattern.compile("(\\d{1,2})\\s?(?:st|nd|rd|th|er|ro|o|a|\\u65E5|\\u53F7|\\u865F)?");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)\\d{4}(?!\\d)");

    private final Words words;
    private final LocalDate today;
    private final Span span;

    /**
     * Two days. The last one is before the first only if the text names no days in the right order.
     *
     * @param first the first day
     * @param last the last day
     */
    public record Range(LocalDate first, LocalDate last) {
        /** Whether the days are in the right order. */
        public boolean isForward() {
            return !first.isAfter(last);
        }

        private long length() {
            return ChronoUnit.DAYS.between(first, last);
        }
    }

    private DateRangeReader(Words words, LocalDate today, Span span) {
        this.words = words;
        this.today = today;
        this.span = span;
    }

    /** Returns the ranges that a text may mean, both ends within the valid dates. */
    public static Guess<Range> read(String text, Words words, LocalDate today, Span span) {
        String plain = TextNormalizer.plainDigits(text.strip());
        return plain.length() > LONGEST
                ? Guess.none()
                : new DateRangeReader(words, today, span).read(plain).because("two days");
    }

    private Guess<Range> read(String plain) {
        Matcher keys = KEYS.matcher(plain);
        if (keys.matches()) {
            return between(keys.group(1), keys.group(2));
        }
        String text = without("rangeEnd", "$", without("rangeFrom", "^", plain));
        for (Pattern separator : List.of(words("rangeTo", ""), DASH)) {
            Matcher match = separator.matcher(text);
            while (match.find()) {
                Guess<Range> found = between(text.substring(0, match.start()), text.substring(match.end()));
                if (!found.isNone()) {
                    return found;
                }
            }
        }
        return Guess.none();
    }

    private String without(String key, String edge, String text) {
        return words(key, edge).matcher(text).replaceFirst("").strip();
    }

    /** The expressions of a list; in scripts with blanks, only as whole words. */
    private Pattern words(String key, String edge) {
        String any = Words.split(words.text(key)).stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")"));
        String whole = words.isSpaced() ? "(?<![\\p{L}\\p{M}])" + any + "(?![\\p{L}\\p{M}])" : any;
        String placed = edge.equals("^") ? "^\\s*" + whole : edge.equals("$") ? whole + "\\s*$" : whole;
        return Pattern.compile(placed, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private Guess<Range> between(String left, String right) {
        Optional<Integer> firstDay = dayOnly(left);
        Optional<Integer> lastDay = firstDay.isPresent() ? Optional.empty() : dayOnly(right);
        Guess<LocalDate> first = firstDay.isPresent() ? inMonthOf(day(right), firstDay.get()) : day(left);
        Guess<LocalDate> last = lastDay.isPresent() ? inMonthOf(first, lastDay.get()) : day(right);
        if (first.isNone() || last.isNone()) {
            return Guess.none();
        }
        boolean hasOneYear = YEAR.matcher(right).find() && !YEAR.matcher(left).find();
        return hasOneYear ? ranges(inYearOf(last, first), last) : ranges(first, last);
    }

    private Guess<LocalDate> day(String text) {
        Guess<LocalDate> exact = DateReader.read(text, words, today, span);
        return exact.isNone() ? DateMention.read(text, words, today, span) : exact;
    }

    /** The day of a text that names no month: "3", "the 3rd". */
    private Optional<Integer> dayOnly(String text) {
        String day = TextNormalizer.normalize(text);
        for (String before : words.list("beforeDay")) {
            day = day.startsWith(before + " ") ? day.substring(before.length() + 1) : day;
        }
        Matcher number = DAY.matcher(day);
        return number.matches() ? Optional.of(Integer.valueOf(number.group(1))) : Optional.empty();
    }

    private static Guess<LocalDate> inMonthOf(Guess<LocalDate> other, int day) {
        List<LocalDate> days = other.candidates().stream()
                .flatMap(date -> withDay(date, day).stream())
                .toList();
        return new Guess<>(days, other.isSure() && !days.isEmpty(), "");
    }

    private static Optional<LocalDate> withDay(LocalDate date, int day) {
        try {
            return Optional.of(date.withDayOfMonth(day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** "28 December to 3 January 2027": the year counts for the last day, and if that is possible for the first one too. */
    private static Guess<LocalDate> inYearOf(Guess<LocalDate> last, Guess<LocalDate> first) {
        LocalDate end = last.candidates().get(0);
        LocalDate day = first.candidates().get(0).withYear(end.getYear());
        return Guess.sure(day.isAfter(end) ? day.minusYears(1) : day);
    }

    /** Of several ranges, the shortest; the person must confirm it. */
    private Guess<Range> ranges(Guess<LocalDate> first, Guess<LocalDate> last) {
        List<Range> all = new ArrayList<>();
        for (LocalDate from : first.candidates()) {
            last.candidates().forEach(to -> all.add(new Range(from, to)));
        }
        Predicate<Range> isValid = range -> span.has(range.first()) && span.has(range.last());
        List<Range> forward =
                all.stream().filter(Range::isForward).filter(isValid).toList();
        long shortest = forward.stream().mapToLong(Range::length).min().orElse(0);
        List<Range> likely = forward.stream()
                .filter(range -> range.length() == shortest)
                .limit(MOST_CANDIDATES)
                .toList();
        if (likely.isEmpty()) {
            return Guess.perhaps(all.stream().filter(isValid).limit(1).toList());
        }
        boolean isSure = first.isSure() && last.isSure() && likely.size() == 1;
        return new Guess<>(likely, isSure, "");
    }
}
