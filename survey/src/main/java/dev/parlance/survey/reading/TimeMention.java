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

    private final List<Integer> numbers = new ArrayList<>();
    private Optional<TimeReader.Half> half = Optional.empty();
    private int past;
    private int before;
    private int unknown;
    private boolean hasMinutes;

    private TimeMention() {}

    /** Returns the times that a reply may mean. */
    public static Guess<LocalTime> read(String reply, Words words) {
        String plain = TextNormalizer.lower(TextNormalizer.plainDigits(reply));
        Matcher written = WRITTEN.matcher(plain);
        TimeMention mention = new TimeMention();
        if (written.find()) {
            mention.numbers.add(Integer.valueOf(written.group(1)));
            mention.numbers.add(Integer.valueOf(written.group(2)));
            mention.hasMinutes = true;
            plain = plain.substring(0, written.start()) + " " + plain.substring(written.end());
        }
        List<Token> all = ReplyTokens.of(plain, words);
        List<Token> tokens = Mentions.afterCorrection(all);
        boolean isOpen = Mentions.has(
                tokens,
                Sense.UNSURE,
                Sense.NOT,
                Sense.NOT_AFTER,
                Sense.OR,
                Sense.BUT,
                Sense.COMPARE,
                Sense.DAYS,
                Sense.MONTH);
        if (isOpen || (tokens.size() < all.size() && mention.hasMinutes)) {
            return Guess.none();
        }
        Guess<LocalTime> found = mention.read(tokens);
        return tokens.size() < all.size() ? found.unsure() : found;
    }

    private Guess<LocalTime> read(List<Token> tokens) {
        boolean isNamed = numbers.isEmpty() && !Mentions.has(tokens, Sense.NUMBER);
        if (isNamed && Mentions.has(tokens, Sense.NOON, Sense.MIDNIGHT)) {
            return named(tokens);
        }
        for (Token token : tokens) {
            if (!take(token)) {
                return Guess.none();
            }
        }
        Guess<LocalTime> found = time();
        return unknown > 1 ? Guess.none() : unknown == 1 ? found.unsure() : found;
    }

    private static Guess<LocalTime> named(List<Token> tokens) {
        boolean isAlone = tokens.stream()
                .allMatch(token -> token.isAny(Sense.NOON, Sense.MIDNIGHT, Sense.AROUND, Sense.CLOCK, Sense.DATE_WORD));
        boolean isNoon = Mentions.has(tokens, Sense.NOON);
        return isAlone ? Guess.sure(isNoon ? LocalTime.NOON : LocalTime.MIDNIGHT) : Guess.none();
    }

    /** Takes a word; false if it makes the reply something other than a time. */
    private boolean take(Token token) {
        if (token.is(Sense.PAST) && !(token.is(Sense.NUMBER) && numbers.isEmpty())) {
            past = minutes(value(token, Sense.PAST));
        } else if (token.is(Sense.BEFORE)) {
            before = minutes(value(token, Sense.BEFORE));
        } else if (token.is(Sense.NUMBER)) {
            return number(token.value(Sense.NUMBER).orElseThrow());
        } else if (token.is(Sense.MORNING)) {
            half = Optional.of(TimeReader.Half.MORNING);
        } else if (token.is(Sense.AFTERNOON)) {
            half = Optional.of(TimeReader.Half.AFTERNOON);
        } else if (token.is(Sense.NIGHT)) {
            half = Optional.of(TimeReader.Half.NIGHT);
        } else if (token.is(Sense.MEASURE) && !token.is(Sense.CLOCK)) {
            return false;
        } else if (token.is(Sense.TO)) {
            return false;
        } else if (!token.isAny(Sense.CLOCK, Sense.DATE_WORD, Sense.DAY, Sense.AHEAD)
                && !Mentions.changesNothing(token, Set.of())) {
            unknown++;
        }
        return true;
    }

    /** The minutes that an expression names; for a bare "past", those of the number before it: "10 past 4". */
    private int minutes(int named) {
        return named > 0 || numbers.size() != 1 ? named : numbers.remove(0);
    }

    private boolean number(BigDecimal number) {
        boolean isWhole = number.signum() >= 0
                && number.compareTo(BigDecimal.valueOf(MINUTES)) < 0
                && number.stripTrailingZeros().scale() <= 0;
        if (isWhole) {
            numbers.add(number.intValue());
        }
        return isWhole && numbers.size() <= 2;
    }

    private Guess<LocalTime> time() {
        if (numbers.isEmpty() || (numbers.size() == 2 && (past > 0 || before > 0))) {
            return Guess.none();
        }
        int hour = numbers.get(0);
        int minute = numbers.size() == 2 ? numbers.get(1) : past;
        if (before > 0) {
            minute = MINUTES - before;
            hour = hour == 0 ? 23 : hour == 1 ? 12 : hour - 1;
        }
        Guess<LocalTime> found = TimeReader.time(hour, minute, hasMinutes && hour == 0, half);
        boolean isExact = hasMinutes || numbers.size() == 1;
        return isExact ? found : found.unsure();
    }

    private static int value(Token token, Sense sense) {
        return token.value(sense).map(BigDecimal::intValue).orElse(0);
    }
}
