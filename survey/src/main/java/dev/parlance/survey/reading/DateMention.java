package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the one date in a reply that says more or counts from today: "3 days ago", "third of May", "next Friday". */
public final class DateMention {
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<!\\d)\\d{1,4}\\s{0,2}[/.\\-\\u5E74]\\s{0,2}\\d{1,2}\\s{0,2}[/.\\-\\u6708]\\s{0,2}\\d{1,4}(?!\\d)|(?<!\\d)\\d{1,2}\\s?\\u6708\\s?\\d{1,2}(?!\\d)");
    private static final int MOST_UNKNOWN = 2;
    private static final BigDecimal MONTHS_OF_YEAR = BigDecimal.valueOf(12);
    private static final BigDecimal FARTHEST = BigDecimal.valueOf(40_000);

    private final Words words;
    private final LocalDate today;
    private final Span span;
    private final NearDays near;

    private final List<DateReader.Part> numbers = new ArrayList<>();
    private final Trail trail;
    private Optional<Integer> month = Optional.empty();
    private @Nullable Token weekday;
    private @Nullable Token holiday;
    private @Nullable Token day;
    private @Nullable Token unit;
    private boolean isAgo;
    private boolean isAhead;
    private boolean isNext;
    private boolean isPrevious;
    private boolean isLoose;
    private boolean isDayNumber;
    private int unknown;

    private DateMention(Words words, LocalDate today, Span span, Trail trail) {
        this.words = words;
        this.today = today;
        this.span = span;
        this.near = new NearDays(today, span);
        this.trail = trail;
    }

    /** Returns the dates within the range that a reply may mean. */
    public static Guess<LocalDate> read(String reply, Words words, LocalDate today, Span span) {
        List<Token> tokens = ReplyTokens.of(reply, words);
        Guess<LocalDate> whole = read(tokens, reply, words, today, span);
        if (!whole.isNone()) {
            return whole;
        }
        return Lead.date(tokens)
                .map(first -> read(first, reply, words, today, span))
                .filter(first -> !first.isNone())
                .map(first -> first.unsure().because(first.why() + " before a remark"))
                .orElseGet(() -> twice(tokens, words, today, span)
                        .orElse(LastClause.read(reply, words, clause -> clause(clause, words, today, span)))
                        .orElse(whole));
    }

    /** A date that is counted and named, if both are the same day. */
    private static Guess<LocalDate> twice(List<Token> tokens, Words words, LocalDate today, Span span) {
        return CountedDay.in(tokens)
                .map(both -> {
                    Guess<LocalDate> counted = read(both.counted(), "", words, today, span);
                    Guess<LocalDate> named = read(both.rest(), "", words, today, span);
                    return counted.candidates().stream().anyMatch(named.candidates()::contains)
                            ? counted.unsure()
                            : Guess.<LocalDate>none();
                })
                .orElseGet(Guess::none);
    }

    private static Guess<LocalDate> clause(String clause, Words words, LocalDate today, Span span) {
        Guess<LocalDate> exact = DateReader.read(clause, words, today, span);
        return exact.isNone() ? read(ReplyTokens.of(clause, words), clause, words, today, span) : exact;
    }

    private static Guess<LocalDate> read(List<Token> all, String reply, Words words, LocalDate today, Span span) {
        Trail trail = new Trail();
        List<Token> tokens = Mentions.latest(all, trail);
        boolean isOpen =
                trail.meets(tokens, Sense.UNSURE, Sense.CLAUSE, Sense.NOT, Sense.NOT_AFTER, Sense.OR, Sense.BUT)
                        || DateLimits.compares(tokens, WRITTEN.matcher(reply).find(), trail)
                        || DateLimits.isRange(tokens, trail);
        if (tokens.isEmpty() || isOpen) {
            return trail.none("no certain date");
        }
        Guess<LocalDate> found = new DateMention(words, today, span, trail).read(reply, tokens);
        return tokens.size() < all.size() || Mentions.has(tokens, Sense.HEDGE) ? found.unsure() : found;
    }

    private Guess<LocalDate> read(String reply, List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (isNumberedMonth(tokens, i)) {
                i++;
                trail.note(tokens.get(i), "number of a month");
                inMonth(value(tokens.get(i), Sense.NUMBER));
            } else {
                take(tokens.get(i));
            }
        }
        if (unknown > MOST_UNKNOWN) {
            return trail.none("no date that is certain");
        }
        Guess<LocalDate> found = find(reply);
        String conclusion = found.isNone()
                ? "no date in the valid range"
                : found.candidates().size() == 1 ? "one date" : "more than one date fits";
        return (unknown > 0 || isLoose ? found.unsure() : found).because(trail.so(conclusion));
    }

    /** The Arabic "month 5"; the word has no number of its own. */
    private static boolean isNumberedMonth(List<Token> tokens, int at) {
        return isWordForMonth(tokens.get(at))
                && at + 1 < tokens.size()
                && tokens.get(at + 1)
                        .value(Sense.NUMBER)
                        .filter(number ->
                                number.signum() > 0 && number.scale() <= 0 && number.compareTo(MONTHS_OF_YEAR) <= 0)
                        .isPresent();
    }

    private static boolean isWordForMonth(Token token) {
        return token.value(Sense.MONTH).filter(value -> value.signum() == 0).isPresent();
    }

    private void inMonth(int number) {
        // "3 a 5 de mayo" are two days.
        unknown += numbers.size() > 1 && numbers.stream().noneMatch(part -> part.number() > 99) ? MOST_UNKNOWN + 1 : 0;
        unknown += month.isEmpty() ? 0 : MOST_UNKNOWN + 1;
        month = Optional.of(number);
    }

    private void take(Token token) {
        if (token.is(Sense.NUMBER) && token.isAny(Sense.DAYS, Sense.MONTHS, Sense.YEARS)) {
            // The Arabic "two years" is one word.
            takeSmall(token);
        } else if (trail.takes(token, Sense.HOLIDAY)) {
            holiday = token;
        } else if (trail.takes(token, Sense.DAY)) {
            day = token;
        } else if (!isWordForMonth(token) && trail.takes(token, Sense.MONTH)) {
            inMonth(value(token, Sense.MONTH));
        } else if (trail.takes(token, Sense.WEEKDAY)) {
            weekday = token;
        } else if (trail.takes(token, Sense.NUMBER)) {
            number(
                    token.value(Sense.NUMBER).orElseThrow(),
                    token.isDigits() ? token.text().length() : 2);
        } else if (trail.takes(token, Sense.ORDINAL)) {
            number(token.value(Sense.ORDINAL).orElseThrow(), 2);
            isDayNumber = true;
        } else {
            takeSmall(token);
        }
    }

    private void number(BigDecimal number, int digits) {
        boolean isWhole = number.signum() >= 0
                && number.compareTo(FARTHEST) <= 0
                && number.stripTrailingZeros().scale() <= 0;
        if (isWhole) {
            numbers.add(new DateReader.Part(number.intValue(), number.intValue() > 99 ? 4 : Math.min(digits, 2)));
        } else {
            unknown += MOST_UNKNOWN + 1;
        }
    }

    /** The words that count from today, and those that change nothing. A word can be both. */
    private void takeSmall(Token token) {
        isAgo |= token.is(Sense.AGO);
        isAhead |= token.is(Sense.AHEAD);
        isNext |= token.is(Sense.NEXT);
        isPrevious |= token.is(Sense.PREVIOUS);
        isDayNumber |= token.is(Sense.DAY_NUMBER);
        isLoose |= token.isAny(Sense.MORNING, Sense.AFTERNOON, Sense.NIGHT);
        if (token.isAny(Sense.DAYS, Sense.MONTHS, Sense.YEARS)) {
            unit = token;
        }
        boolean isKnown = trail.takes(
                token,
                Sense.AGO,
                Sense.AHEAD,
                Sense.NEXT,
                Sense.PREVIOUS,
                Sense.DAYS,
                Sense.MONTHS,
                Sense.YEARS,
                Sense.MORNING,
                Sense.AFTERNOON,
                Sense.NIGHT,
                Sense.DATE_WORD,
                Sense.DAY_NUMBER,
                Sense.CLOCK,
                Sense.AROUND,
                Sense.HEDGE,
                Sense.PREFIX,
                Sense.YES,
                Sense.OUT_OF);
        if (!isKnown) {
            trail.stray(token);
            unknown++;
        }
    }

    private Guess<LocalDate> find(String reply) {
        Matcher written = WRITTEN.matcher(reply);
        if (written.find()) {
            return numbers.size() <= 3 ? DateReader.read(written.group(), words, today, span) : Guess.none();
        }
        if (holiday != null) {
            int monthAndDay = value(holiday, Sense.HOLIDAY);
            DateReader.Part on = new DateReader.Part(monthAndDay % 100, 2);
            return inMonth(monthAndDay / 100, withYear(on));
        }
        if (month.isPresent()) {
            return numbers.isEmpty() ? Guess.none() : inMonth(month.get(), withWholeYear());
        }
        // The Spanish "en el día 20" does not count twenty days.
        boolean isCounted = unit != null && (isAgo || (isAhead && !unit.is(Sense.DAY_NUMBER)));
        if (day != null && !(isCounted && value(day, Sense.DAY) == 0)) {
            return numbers.isEmpty()
                    ? near.named(day.values(Sense.DAY), isAgo || isPrevious, isAhead || isNext)
                    : Guess.none();
        }
        if (unit != null && isCounted) {
            // "Monday a week ago" depends on where one counts from.
            return weekday == null ? counted(unit) : Guess.none();
        }
        boolean isOfMonth = isDayNumber && (unit == null || unit.is(Sense.DAY_NUMBER));
        if (isOfMonth && numbers.size() == 1 && weekday == null) {
            return DateReader.ofMonth(numbers.get(0), words, today, span).unsure();
        }
        if (weekday != null && numbers.size() == 1 && !isCounted) {
            return near.weekday(
                    DayOfWeek.of(value(weekday, Sense.WEEKDAY)), numbers.get(0).number());
        }
        if (weekday != null && numbers.isEmpty()) {
            return near.weekday(DayOfWeek.of(value(weekday, Sense.WEEKDAY)), isNext, isPrevious);
        }
        return Guess.none();
    }

    private List<DateReader.Part> withYear(DateReader.Part on) {
        List<DateReader.Part> parts = new ArrayList<>();
        parts.add(on);
        parts.addAll(numbers);
        return parts;
    }

    /** The numbers, with a year that is said in two: "twenty twenty six". */
    private List<DateReader.Part> withWholeYear() {
        int last = numbers.size() - 1;
        boolean isInTwo = last == 2
                && (numbers.get(1).number() == 19 || numbers.get(1).number() == 20)
                && numbers.get(last).number() >= 10
                && numbers.get(last).number() < 100;
        if (!isInTwo) {
            return numbers;
        }
        int year = numbers.get(1).number() * 100 + numbers.get(last).number();
        return List.of(numbers.get(0), new DateReader.Part(year, 4));
    }

    /** A day and a month. "Next year" moves the date, and has to be confirmed. */
    private Guess<LocalDate> inMonth(int monthOfYear, List<DateReader.Part> parts) {
        if (unit != null && unit.is(Sense.YEARS) && (isNext || isPrevious) && parts.size() == 1) {
            int year = today.getYear() + (isNext ? 1 : -1);
            List<DateReader.Part> inYear = new ArrayList<>(parts);
            inYear.add(new DateReader.Part(year, 4));
            return DateReader.inMonth(monthOfYear, inYear, words, today, span).unsure();
        }
        return DateReader.inMonth(monthOfYear, parts, words, today, span);
    }

    /** "3 days ago", "in a week". */
    private Guess<LocalDate> counted(Token of) {
        if (numbers.size() > 1) {
            return Guess.none();
        }
        int many = (numbers.isEmpty() ? 1 : numbers.get(0).number()) * (isAgo ? -1 : 1);
        return near.counted(many, of);
    }

    private static int value(Token token, Sense sense) {
        return Optional.of(token)
                .flatMap(it -> it.value(sense))
                .map(BigDecimal::intValue)
                .orElse(0);
    }
}
