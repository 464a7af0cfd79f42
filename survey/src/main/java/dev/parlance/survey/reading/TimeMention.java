package dev.parlance.survey.reading;

import dev.parlance.survey.words.TextNormalizer;
import dev.parlance.survey.words.Words;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the one time of day in a reply: "half past two", "um Viertel nach acht", "下午三点半". */
public final class TimeMention {
    private static final Pattern WRITTEN =
            Pattern.compile("(?<![\\d:.])(\\d{1,2})\\s?[:.h\\u6642\\u65F6\\u9EDE\\u70B9]\\s?([0-5]\\d)(?![\\d:])");
    private static final int MINUTES = 60;
    private static final int NOON = 12;
    private static final int MOST_UNKNOWN = 2;
    private static final int LATEST_NOON = 3;

    private final List<Integer> numbers = new ArrayList<>();
    private Optional<TimeReader.Half> half = Optional.empty();
    private int past;
    private int before;
    private int unknown;
    private final Optional<Integer> minutes;
    private boolean isNoon;
    private boolean startsWithNoon;
    private boolean isMidnight;
    private final Trail trail = new Trail();

    /** @param minutes the minutes that follow the hour in digits, as in "9:30" */
    private TimeMention(Optional<Integer> minutes) {
        this.minutes = minutes;
    }

    /** Returns the times that a reply may mean. */
    public static Guess<LocalTime> read(String reply, Words words) {
        Guess<LocalTime> whole = whole(reply, words);
        return whole.isNone()
                ? LastClause.read(reply, words, clause -> clause(clause, words)).orElse(whole)
                : whole;
    }

    private static Guess<LocalTime> clause(String clause, Words words) {
        Guess<LocalTime> exact = TimeReader.read(clause, words);
        return exact.isNone() ? whole(clause, words) : exact;
    }

    private static Guess<LocalTime> whole(String reply, Words words) {
        String plain = TextNormalizer.lower(TextNormalizer.plainDigits(reply));
        Matcher written = WRITTEN.matcher(plain);
        Optional<Integer> minutes = Optional.empty();
        if (written.find()) {
            minutes = Optional.of(Integer.valueOf(written.group(2)));
            plain = plain.substring(0, written.start()) + " " + written.group(1) + " " + plain.substring(written.end());
        }
        return read(plain, minutes, words);
    }

    private static Guess<LocalTime> read(String plain, Optional<Integer> minutes, Words words) {
        List<Token> tokens = ReplyTokens.of(plain, words);
        Guess<LocalTime> whole = new TimeMention(minutes).read(tokens);
        Optional<List<Token>> lead = whole.isNone() ? Lead.date(tokens) : Optional.empty();
        if (lead.isEmpty()) {
            return whole;
        }
        Guess<LocalTime> first = new TimeMention(minutes).read(lead.get());
        return first.isNone() ? whole : first.unsure().because(first.why() + " before a remark");
    }

    private Guess<LocalTime> read(List<Token> all) {
        List<Token> tokens = Mentions.latest(all, trail);
        boolean isCorrected = tokens.size() < all.size();
        boolean isOpen = trail.meets(
                        tokens, Sense.UNSURE, Sense.CLAUSE, Sense.NOT, Sense.NOT_AFTER, Sense.OR, Sense.BUT, Sense.DAYS)
                || isCompared(tokens)
                || isDated(tokens);
        if (isOpen || (minutes.isPresent() && countOfNumbers(tokens) != 1)) {
            return trail.none("no certain time");
        }
        boolean isNamed = numbers.isEmpty() && !Mentions.has(tokens, Sense.NUMBER, Sense.PAST, Sense.BEFORE);
        Guess<LocalTime> found =
                isNamed && Mentions.has(tokens, Sense.NOON, Sense.MIDNIGHT) ? named(tokens) : onTheClock(tokens);
        return isCorrected || Mentions.has(tokens, Sense.HEDGE) ? found.unsure() : found;
    }

    /** "After 10" compares, but "5 after 10" is a time. */
    private boolean isCompared(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> !token.isAny(Sense.PAST, Sense.BEFORE))
                .anyMatch(token -> trail.takes(token, Sense.COMPARE));
    }

    /** Whether there is a month; the French "sept" is a number as well. */
    private boolean isDated(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> !token.is(Sense.NUMBER))
                .anyMatch(token -> trail.takes(token, Sense.MONTH));
    }

    private Guess<LocalTime> onTheClock(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (!take(tokens, i)) {
                return trail.none("no time of day");
            }
        }
        Guess<LocalTime> found = time();
        if (unknown > MOST_UNKNOWN || (unknown > 0 && numbers.size() == 2 && minutes.isEmpty())) {
            return trail.none("too many unknown words");
        }
        String conclusion = found.isNone()
                ? "no time of day"
                : found.candidates().size() == 1 ? "one time" : "before or after noon";
        return (unknown > 0 ? found.unsure() : found).because(trail.so(conclusion));
    }

    private Guess<LocalTime> named(List<Token> tokens) {
        for (Token token : tokens) {
            if (!trail.takes(
                    token, Sense.NOON, Sense.MIDNIGHT, Sense.AROUND, Sense.CLOCK, Sense.DATE_WORD, Sense.HEDGE)) {
                trail.stray(token);
                return trail.none("more than noon or midnight");
            }
        }
        return Guess.sure(Mentions.has(tokens, Sense.NOON) ? LocalTime.NOON : LocalTime.MIDNIGHT)
                .because(trail.so("a time with a name"));
    }

    /** Takes a word; false if it makes the reply something other than a time. */
    private boolean take(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        if (token.is(Sense.PAST) && !(token.is(Sense.NUMBER) && numbers.isEmpty())) {
            trail.takes(token, Sense.PAST);
            past = minutes(token.whole(Sense.PAST));
            return past > 0 || isFiller(token);
        } else if (trail.takes(token, Sense.BEFORE)) {
            before = minutes(token.whole(Sense.BEFORE));
            return before > 0 || isFiller(token);
        } else if (trail.takes(token, Sense.NUMBER)) {
            return number(token);
        } else if (trail.takes(token, Sense.MORNING)) {
            half = Optional.of(TimeReader.Half.MORNING);
        } else if (trail.takes(token, Sense.AFTERNOON)) {
            half = Optional.of(TimeReader.Half.AFTERNOON);
        } else if (trail.takes(token, Sense.NIGHT)) {
            half = Optional.of(TimeReader.Half.NIGHT);
        } else if (trail.takes(token, Sense.NOON)) {
            isNoon = true;
            startsWithNoon = numbers.isEmpty();
        } else if (trail.takes(token, Sense.MIDNIGHT)) {
            isMidnight = true;
        } else if ((token.is(Sense.MEASURE) && !token.is(Sense.CLOCK) && numbers.size() < 2) || token.is(Sense.TO)) {
            trail.stray(token);
            return false;
        } else if (!trail.takes(token, Sense.CLOCK, Sense.MEASURE, Sense.DATE_WORD, Sense.DAY, Sense.AHEAD)
                && !trail.takesAsFiller(token, Set.of())) {
            trail.stray(token);
            unknown++;
        }
        return true;
    }

    /** Whether a "past" or "to" without minutes surrounds a time in other replies. Otherwise, "after 10" is not 10. */
    private static boolean isFiller(Token token) {
        return token.isAny(Sense.AROUND, Sense.CLOCK, Sense.DATE_WORD);
    }

    /** The minutes that an expression names; for a bare "past", those of the number before it: "10 past 4". */
    private int minutes(int named) {
        return named > 0 || numbers.size() != 1 ? named : numbers.remove(0);
    }

    private boolean number(Token token) {
        BigDecimal number = token.value(Sense.NUMBER).orElseThrow();
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(MINUTES)) >= 0) {
            return false;
        }
        numbers.add(number.intValue());
        minutes.filter(written -> numbers.size() == 1).ifPresent(numbers::add);
        BigDecimal part = number.remainder(BigDecimal.ONE);
        if (part.signum() > 0) {
            // The Hindi "dedh" is one and a half, half past one. A number in digits is no such thing.
            past = part.multiply(BigDecimal.valueOf(MINUTES)).intValue();
            return !token.isDigits() && numbers.size() == 1;
        }
        return numbers.size() <= 2;
    }

    private Guess<LocalTime> time() {
        boolean isAfterNoon = startsWithNoon && numbers.size() == 1 && numbers.get(0) > NOON;
        if (isAfterNoon || (numbers.isEmpty() && (isNoon || isMidnight))) {
            // "Half past noon", "meio-dia e quinze".
            numbers.add(0, NOON);
        }
        if (numbers.isEmpty() || (numbers.size() == 2 && (past > 0 || before > 0))) {
            return Guess.none();
        }
        int hour = numbers.get(0);
        int minute = numbers.size() == 2 ? numbers.get(1) : past;
        if (before > 0) {
            minute = MINUTES - before;
            hour = hour == 0 ? 23 : hour == 1 ? 12 : hour - 1;
        }
        boolean isExact = minutes.isPresent() || numbers.size() == 1;
        Guess<LocalTime> found = isNoon || isMidnight
                ? aroundTwelve(hour, minute)
                : TimeReader.time(hour, minute, minutes.isPresent() && hour == 0, half);
        return isExact ? found : found.unsure();
    }

    /** "12 noon" is certain; "one at noon" is likely to be an hour later. */
    private Guess<LocalTime> aroundTwelve(int hour, int minute) {
        if (minute > 59 || half.isPresent() || (isNoon && isMidnight)) {
            return Guess.none();
        }
        if (hour == NOON) {
            return Guess.sure(LocalTime.of(isNoon ? 12 : 0, minute));
        }
        if (hour == NOON - 1 && before > 0) {
            return Guess.sure(LocalTime.of(isNoon ? hour : hour + 12, minute));
        }
        boolean isClose = hour <= LATEST_NOON && (isMidnight || hour > 0);
        return isClose ? Guess.perhaps(List.of(LocalTime.of(isNoon ? hour + 12 : hour, minute))) : Guess.none();
    }

    private static long countOfNumbers(List<Token> tokens) {
        return tokens.stream().filter(token -> token.is(Sense.NUMBER)).count();
    }
}
