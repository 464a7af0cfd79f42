package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the one date in a reply that says more or counts from today: "3 days ago", "third of May", "next Friday". */
public final class DateMention {
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<!\\d)\\d{1,4}\\s{0,2}[/.\\-\\u5E74]\\s{0,2}\\d{1,2}\\s{0,2}[/.\\-\\u6708]\\s{0,2}\\d{1,4}(?!\\d)");
    private static final int MOST_UNKNOWN = 2;
    private static final BigDecimal FARTHEST = BigDecimal.valueOf(40_000);

    private final Words words;
    private final LocalDate today;
    private final Span span;

    private final List<DateReader.Part> numbers = new ArrayList<>();
    private @Nullable Token month;
    private @Nullable Token weekday;
    private @Nullable Token holiday;
    private @Nullable Token day;
    private @Nullable Token unit;
    private boolean isAgo;
    private boolean isAhead;
    private boolean isNext;
    private boolean isPrevious;
    private boolean isLoose;
    private int unknown;

    private DateMention(Words words, LocalDate today, Span span) {
        this.words = words;
        this.today = today;
        this.span = span;
    }

    /** Returns the dates within the range that a reply may mean. */
    public static Guess<LocalDate> read(String reply, Words words, LocalDate today, Span span) {
        List<Token> all = ReplyTokens.of(reply, words);
        List<Token> tokens = Mentions.afterCorrection(all);
        boolean isOpen =
                Mentions.has(tokens, Sense.UNSURE, Sense.NOT, Sense.NOT_AFTER, Sense.OR, Sense.BUT, Sense.COMPARE);
        if (tokens.isEmpty() || isOpen) {
            return Guess.none();
        }
        Guess<LocalDate> found = new DateMention(words, today, span).read(reply, tokens);
        return tokens.size() < all.size() ? found.unsure() : found;
    }

    private Guess<LocalDate> read(String reply, List<Token> tokens) {
        tokens.forEach(this::take);
        if (unknown > MOST_UNKNOWN) {
            return Guess.none();
        }
        Guess<LocalDate> found = find(reply);
        return unknown > 0 || isLoose ? found.unsure() : found;
    }

    private void take(Token token) {
        if (token.is(Sense.HOLIDAY)) {
            holiday = token;
        } else if (token.is(Sense.DAY)) {
            day = token;
        } else if (token.is(Sense.MONTH)) {
            unknown += month == null ? 0 : MOST_UNKNOWN + 1;
            month = token;
        } else if (token.is(Sense.WEEKDAY)) {
            weekday = token;
        } else if (token.is(Sense.NUMBER)) {
            number(
                    token.value(Sense.NUMBER).orElseThrow(),
                    token.isDigits() ? token.text().length() : 2);
        } else if (token.is(Sense.ORDINAL)) {
            number(token.value(Sense.ORDINAL).orElseThrow(), 2);
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
        isLoose |= token.isAny(Sense.MORNING, Sense.AFTERNOON, Sense.NIGHT);
        if (token.isAny(Sense.DAYS, Sense.MONTHS, Sense.YEARS)) {
            unit = token;
        }
        boolean isKnown = token.isAny(
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
                Sense.CLOCK,
                Sense.AROUND,
                Sense.PREFIX,
                Sense.YES,
                Sense.OUT_OF);
        unknown += isKnown ? 0 : 1;
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
        if (month != null) {
            return numbers.isEmpty() ? Guess.none() : inMonth(value(month, Sense.MONTH), numbers);
        }
        if (day != null) {
            return numbers.isEmpty() ? within(List.of(today.plusDays(value(day, Sense.DAY)))) : Guess.none();
        }
        if (unit != null && (isAgo || isAhead)) {
            return counted(unit);
        }
        if (weekday != null && numbers.isEmpty()) {
            return onWeekday(DayOfWeek.of(value(weekday, Sense.WEEKDAY)));
        }
        return Guess.none();
    }

    private List<DateReader.Part> withYear(DateReader.Part on) {
        List<DateReader.Part> parts = new ArrayList<>();
        parts.add(on);
        parts.addAll(numbers);
        return parts;
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
        LocalDate found = of.is(Sense.DAYS)
                ? today.plusDays((long) many * value(of, Sense.DAYS))
                : of.is(Sense.MONTHS) ? today.plusMonths(many) : today.plusYears(many);
        return within(List.of(found));
    }

    /** A day of the week is a week earlier or later for some people: they are asked which. */
    private Guess<LocalDate> onWeekday(DayOfWeek of) {
        LocalDate later = today.with(TemporalAdjusters.next(of));
        LocalDate earlier = today.with(TemporalAdjusters.previous(of));
        List<LocalDate> days = isNext && !isPrevious
                ? List.of(later, later.plusWeeks(1))
                : isPrevious ? List.of(earlier, earlier.minusWeeks(1)) : List.of(later, earlier);
        return within(days).unsure();
    }

    private Guess<LocalDate> within(List<LocalDate> days) {
        List<LocalDate> possible = days.stream().filter(span::has).toList();
        return possible.size() == 1 ? Guess.sure(possible.get(0)) : Guess.perhaps(possible);
    }

    private static int value(Token token, Sense sense) {
        return Optional.of(token)
                .flatMap(it -> it.value(sense))
                .map(BigDecimal::intValue)
                .orElse(0);
    }
}
