package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the one month in a reply: "May 2024", "in May of last year", "last month", "3 months ago". */
public final class MonthMention {
    private static final int MOST_UNKNOWN = 2;
    private static final int LAST_DAY = 31;
    private static final int FIRST_YEAR = 1000;
    private static final int FARTHEST = 1_200;

    private final LocalDate today;
    private final YearMonth now;
    private final Predicate<YearMonth> isValid;
    private final List<Token> tokens;
    private final Trail trail;

    private MonthMention(LocalDate today, Predicate<YearMonth> isValid, List<Token> tokens, Trail trail) {
        this.today = today;
        this.now = YearMonth.from(today);
        this.isValid = isValid;
        this.tokens = tokens;
        this.trail = trail;
    }

    /** Returns the months that a reply may mean, and no others than those that are valid. */
    public static Guess<YearMonth> read(String reply, Words words, LocalDate today, Predicate<YearMonth> isValid) {
        Trail trail = new Trail();
        List<Token> all = ReplyTokens.of(reply, words);
        List<Token> tokens = Mentions.answer(all, trail);
        MonthMention mention = new MonthMention(today, isValid, tokens, trail);
        boolean isOpen = trail.meets(tokens, Sense.UNSURE, Sense.NOT, Sense.NOT_AFTER, Sense.OR, Sense.BUT)
                || tokens.stream().anyMatch(mention::isLimit);
        if (tokens.isEmpty() || isOpen) {
            return trail.none("no certain month");
        }
        Guess<YearMonth> found = mention.read();
        return tokens.size() < all.size() || Mentions.has(tokens, Sense.HEDGE) ? found.unsure() : found;
    }

    /** "Before May", "since May", "from May to June". */
    private boolean isLimit(Token token) {
        boolean isJoint = token.isAny(Sense.DATE_WORD, Sense.AHEAD, Sense.AGO, Sense.AROUND);
        boolean isBefore = token.is(Sense.AGO) && !token.isAny(Sense.DATE_WORD, Sense.AROUND) && month().isPresent();
        return isBefore || (!isJoint && trail.takes(token, Sense.TO, Sense.COMPARE));
    }

    private Guess<YearMonth> read() {
        long unknown = tokens.stream().filter(token -> !isKnown(token)).count();
        if (unknown > MOST_UNKNOWN) {
            return trail.none("too many unknown words");
        }
        Guess<YearMonth> found = month().map(this::inMonth).orElseGet(this::counted);
        return (unknown > 0 ? found.unsure() : found).because(trail.so(found.isNone() ? "no month" : "a month"));
    }

    private boolean isKnown(Token token) {
        boolean isKnown = trail.takes(
                token,
                Sense.MONTH,
                Sense.NUMBER,
                Sense.ORDINAL,
                Sense.MONTHS,
                Sense.YEARS,
                Sense.DAY,
                Sense.AGO,
                Sense.AHEAD,
                Sense.NEXT,
                Sense.PREVIOUS,
                Sense.DATE_WORD,
                Sense.DAY_NUMBER,
                Sense.AROUND,
                Sense.HEDGE,
                Sense.PREFIX,
                Sense.YES);
        if (!isKnown) {
            trail.stray(token);
        }
        return isKnown;
    }

    /** The month with a name; in Arabic also the number after the word for month. */
    private Optional<Integer> month() {
        List<Integer> named = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            int number = tokens.get(i).whole(Sense.MONTH);
            boolean isNumbered = tokens.get(i).is(Sense.MONTH) && number == 0 && i + 1 < tokens.size();
            named.add(isNumbered ? tokens.get(i + 1).whole(Sense.NUMBER) : number);
        }
        named.removeIf(number -> number < 1 || number > 12);
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private Guess<YearMonth> inMonth(int month) {
        List<Integer> years = numbers().filter(number -> number >= FIRST_YEAR).toList();
        List<Integer> others = numbers().filter(number -> number < FIRST_YEAR).toList();
        if (years.size() == 1 && others.stream().allMatch(day -> day <= LAST_DAY)) {
            return among(MonthReader.month(years.get(0), month).stream().toList());
        }
        if (years.isEmpty() && others.size() == 1 && others.get(0) < 100) {
            // "May 24" is a day or a year.
            YearMonth ofYear = YearMonth.of(MonthReader.year(others.get(0), today), month);
            boolean isDay = others.get(0) <= LAST_DAY && others.get(0) > 0;
            return among(
                    isDay
                            ? Stream.concat(Stream.of(ofYear), nearest(month).stream())
                                    .distinct()
                                    .toList()
                            : List.of(ofYear));
        }
        if (!numbers().toList().isEmpty()) {
            return Guess.none();
        }
        boolean isYear = Mentions.has(tokens, Sense.YEARS);
        boolean isNext = Mentions.has(tokens, Sense.NEXT);
        boolean isPrevious = Mentions.has(tokens, Sense.PREVIOUS);
        if (isYear) {
            int year = now.getYear() + (isNext ? 1 : isPrevious ? -1 : 0);
            return among(List.of(YearMonth.of(year, month)));
        }
        if (isNext || isPrevious) {
            YearMonth thisYear = YearMonth.of(now.getYear(), month);
            return among(List.of(thisYear, thisYear.plusYears(isNext ? 1 : -1)).stream()
                            .filter(found -> isNext ? found.isAfter(now) : found.isBefore(now))
                            .toList())
                    .unsure();
        }
        return among(nearest(month));
    }

    /** The month of the year that is nearest to today. If the second nearest is less than twice as far, either may be meant. */
    private List<YearMonth> nearest(int month) {
        List<YearMonth> possible = Stream.of(-1, 0, 1)
                .map(years -> YearMonth.of(now.getYear() + years, month))
                .filter(isValid)
                .sorted(Comparator.comparingLong(this::distance))
                .toList();
        boolean isClear = possible.size() < 2 || distance(possible.get(1)) >= 2 * distance(possible.get(0));
        return possible.subList(0, Math.min(possible.size(), isClear ? 1 : 2));
    }

    private long distance(YearMonth month) {
        return Math.abs(ChronoUnit.MONTHS.between(now, month));
    }

    /** "Last month", "3 months ago", "today". */
    private Guess<YearMonth> counted() {
        Optional<Token> day =
                tokens.stream().filter(token -> token.is(Sense.DAY)).findFirst();
        Optional<Token> unit = tokens.stream()
                .filter(token -> token.isAny(Sense.MONTHS, Sense.YEARS))
                .findFirst();
        List<Integer> counts = numbers().toList();
        if (day.isPresent()
                && unit.isEmpty()
                && counts.isEmpty()
                && day.get().values(Sense.DAY).size() == 1) {
            return among(List.of(YearMonth.from(today.plusDays(day.get().whole(Sense.DAY)))));
        }
        boolean isBack = Mentions.has(tokens, Sense.AGO, Sense.PREVIOUS);
        boolean isForward = Mentions.has(tokens, Sense.AHEAD, Sense.NEXT);
        if (unit.isEmpty() || counts.size() > 1 || isBack == isForward) {
            return Guess.none();
        }
        boolean isYear = unit.get().is(Sense.YEARS);
        long size = Math.max(1, unit.get().whole(isYear ? Sense.YEARS : Sense.MONTHS));
        long many = size * (counts.isEmpty() ? 1 : counts.get(0)) * (isYear ? 12 : 1) * (isBack ? -1 : 1);
        if (Math.abs(many) > FARTHEST) {
            return Guess.none();
        }
        Guess<YearMonth> found = among(List.of(now.plusMonths(many)));
        return isYear ? found.unsure() : found;
    }

    private Guess<YearMonth> among(List<YearMonth> months) {
        List<YearMonth> possible = months.stream().filter(isValid).toList();
        return possible.size() == 1 ? Guess.sure(possible.get(0)) : Guess.perhaps(possible);
    }

    /** The numbers that are not the number of the month. A year can be said in two: "twenty twenty four". */
    private Stream<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean isOfMonth = i > 0
                    && tokens.get(i - 1).is(Sense.MONTH)
                    && tokens.get(i - 1).whole(Sense.MONTH) == 0;
            if (token.isAny(Sense.NUMBER, Sense.ORDINAL) && !token.is(Sense.MONTH) && !isOfMonth) {
                numbers.add(token.whole(token.is(Sense.NUMBER) ? Sense.NUMBER : Sense.ORDINAL));
            }
        }
        SpokenYear.join(numbers);
        return numbers.stream();
    }
}
