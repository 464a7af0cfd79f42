package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Finds the one year in a reply: "in 2019", "it was twenty nineteen", "two years ago", "in May 2019". */
public final class YearMention {
    private static final Pattern SHORT = Pattern.compile("['\\u2019\\u2018]\\p{Nd}{2}(?!\\p{Nd})");
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;
    private static final int MOST_UNKNOWN = 2;
    private static final int LAST_DAY = 31;
    private static final int FARTHEST = 120;

    private final LocalDate today;
    private final int now;
    private final boolean hasApostrophe;
    private final IntPredicate isValid;
    private final List<Token> tokens;
    private final Trail trail;

    private YearMention(LocalDate today, boolean hasApostrophe, IntPredicate isValid, List<Token> tokens, Trail trail) {
        this.today = today;
        this.now = today.getYear();
        this.hasApostrophe = hasApostrophe;
        this.isValid = isValid;
        this.tokens = tokens;
        this.trail = trail;
    }

    /** Returns the year that a reply may mean, if it is valid. */
    public static Guess<Integer> read(String reply, Words words, LocalDate today, IntPredicate isValid) {
        Trail trail = new Trail();
        List<Token> all = ReplyTokens.of(reply, words);
        List<Token> tokens = Mentions.answer(all, trail);
        YearMention mention = new YearMention(today, SHORT.matcher(reply).find(), isValid, tokens, trail);
        boolean isOpen = trail.meets(tokens, Sense.UNSURE, Sense.NOT, Sense.NOT_AFTER, Sense.OR, Sense.BUT)
                || tokens.stream().anyMatch(mention::isLimit);
        if (tokens.isEmpty() || isOpen) {
            return trail.none("no certain year");
        }
        Guess<Integer> found = mention.read();
        return tokens.size() < all.size() || Mentions.has(tokens, Sense.HEDGE) ? found.unsure() : found;
    }

    /** "Before 2019", "since 2019", "from 2018 to 2019". */
    private boolean isLimit(Token token) {
        boolean isJoint = token.isAny(Sense.DATE_WORD, Sense.AHEAD, Sense.AGO, Sense.AROUND);
        boolean isBefore = token.is(Sense.AGO)
                && !token.isAny(Sense.DATE_WORD, Sense.AROUND)
                && !Mentions.has(tokens, Sense.YEARS);
        return isBefore || (!isJoint && trail.takes(token, Sense.TO, Sense.COMPARE));
    }

    private Guess<Integer> read() {
        long unknown = tokens.stream().filter(token -> !isKnown(token)).count();
        if (unknown > MOST_UNKNOWN) {
            return trail.none("too many unknown words");
        }
        Guess<Integer> found = Mentions.has(tokens, Sense.YEARS) ? counted() : named();
        return (unknown > 0 ? found.unsure() : found).because(trail.so(found.isNone() ? "no year" : "a year"));
    }

    private boolean isKnown(Token token) {
        boolean isKnown = trail.takes(
                token,
                Sense.NUMBER,
                Sense.ORDINAL,
                Sense.YEARS,
                Sense.MONTH,
                Sense.AGO,
                Sense.AHEAD,
                Sense.NEXT,
                Sense.PREVIOUS,
                Sense.DATE_WORD,
                Sense.DAY_NUMBER,
                Sense.AROUND,
                Sense.STATES,
                Sense.HEDGE,
                Sense.PREFIX,
                Sense.YES);
        if (!isKnown) {
            trail.stray(token);
        }
        return isKnown;
    }

    /** "In 2019", "May 3, 2019", "in '19". */
    private Guess<Integer> named() {
        List<Integer> numbers = numbers();
        boolean isShort = numbers.size() == 1 && numbers.get(0) >= 10 && numbers.get(0) < 100;
        if (isShort && !Mentions.has(tokens, Sense.MONTH, Sense.YEARS)) {
            return endingIn(numbers.get(0));
        }
        List<Integer> years =
                numbers.stream().filter(number -> number >= FIRST_YEAR).toList();
        boolean hasMonth = Mentions.has(tokens, Sense.MONTH);
        boolean isOnlyYear =
                numbers.stream().allMatch(number -> number >= FIRST_YEAR || (hasMonth && number <= LAST_DAY));
        return years.size() == 1 && isOnlyYear ? valid(years.get(0)) : Guess.none();
    }

    private Guess<Integer> endingIn(int twoDigits) {
        List<Integer> years = YearReader.endingIn(twoDigits, today).stream()
                .filter(isValid::test)
                .limit(1)
                .toList();
        return new Guess<>(years, hasApostrophe && !years.isEmpty(), "");
    }

    /** "Two years ago", "last year", "the year 2019". */
    private Guess<Integer> counted() {
        List<Integer> numbers = numbers();
        boolean isBack = Mentions.has(tokens, Sense.AGO, Sense.PREVIOUS);
        boolean isForward = Mentions.has(tokens, Sense.AHEAD, Sense.NEXT);
        if (isBack == isForward || numbers.stream().anyMatch(number -> number >= FIRST_YEAR)) {
            return named();
        }
        if (numbers.size() > 1 || Mentions.has(tokens, Sense.MONTH)) {
            return Guess.none();
        }
        int size = tokens.stream()
                .filter(token -> token.is(Sense.YEARS))
                .mapToInt(token -> Math.max(1, token.whole(Sense.YEARS)))
                .findFirst()
                .orElse(1);
        long many = (long) size * (numbers.isEmpty() ? 1 : numbers.get(0));
        return many > FARTHEST ? Guess.none() : valid((int) (now + (isBack ? -many : many)));
    }

    private Guess<Integer> valid(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR && isValid.test(year) ? Guess.sure(year) : Guess.none();
    }

    private List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        for (Token token : tokens) {
            if (token.isAny(Sense.NUMBER, Sense.ORDINAL) && !token.is(Sense.MONTH)) {
                numbers.add(token.whole(token.is(Sense.NUMBER) ? Sense.NUMBER : Sense.ORDINAL));
            }
        }
        SpokenYear.join(numbers);
        return numbers;
    }
}
