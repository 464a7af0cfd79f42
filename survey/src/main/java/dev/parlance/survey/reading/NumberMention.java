package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the one number in a reply that says more than the number: "I'd say 4", "34 years old", "5 out of 5". */
public final class NumberMention {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final BigDecimal ARTICLE = BigDecimal.ONE;

    private final Scale scale;
    private final Set<String> asked;
    private final List<Token> tokens;
    private final Trail trail;

    /**
     * The numbers that a question accepts.
     *
     * @param min the minimum
     * @param max the maximum
     * @param decimals the most decimal places
     */
    public record Scale(Optional<BigDecimal> min, Optional<BigDecimal> max, int decimals) {
        boolean isTop(BigDecimal number) {
            return max.filter(top -> top.compareTo(number) == 0).isPresent();
        }

        boolean isBottom(BigDecimal number) {
            return min.filter(bottom -> bottom.compareTo(number) == 0).isPresent();
        }
    }

    private NumberMention(List<Token> tokens, Scale scale, Set<String> asked, Trail trail) {
        this.trail = trail;
        this.tokens = tokens;
        this.scale = scale;
        this.asked = asked;
    }

    /**
     * Finds the number.
     *
     * @param question the question as it was asked: its words may come back in the reply
     * @param heard whether a speech recognizer wrote the reply
     */
    public static Guess<BigDecimal> read(String reply, Words words, Scale scale, String question, boolean heard) {
        Trail trail = new Trail();
        List<Token> all = ReplyTokens.of(reply, words);
        List<Token> tokens = new ArrayList<>(Mentions.afterCorrection(all, trail));
        if (trail.meets(tokens, Sense.UNSURE, Sense.COMPARE, Sense.NOT, Sense.NOT_AFTER, Sense.BUT)) {
            return trail.none("no certain number");
        }
        boolean isCorrected = tokens.size() < all.size();
        Set<String> asked = Set.copyOf(Units.of(question));
        Guess<BigDecimal> found = new NumberMention(tokens, scale, asked, trail).read(heard);
        return isCorrected ? found.unsure() : found;
    }

    private Guess<BigDecimal> read(boolean heard) {
        if (heard && tokens.size() == 1 && !tokens.get(0).is(Sense.NUMBER) && trail.takes(tokens.get(0), Sense.HEARD)) {
            return Guess.perhaps(List.of(tokens.get(0).value(Sense.HEARD).orElseThrow()))
                    .because(trail.so("sounds like a number"));
        }
        dropScale();
        dropArticles();
        List<BigDecimal> numbers = new ArrayList<>();
        boolean isDigits = false;
        int unknown = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (trail.takes(token, Sense.NUMBER)) {
                numbers.add(token.value(Sense.NUMBER).orElseThrow());
                isDigits |= token.isDigits();
            } else if (!numbers.isEmpty() && trail.takes(token, Sense.HALF)) {
                int last = numbers.size() - 1;
                numbers.set(last, numbers.get(last).add(HALF));
            } else if (!isHarmless(i)) {
                trail.stray(token);
                if (!isUnclear(token)) {
                    return trail.none("it can change the number");
                }
                unknown++;
            }
        }
        return numbers.size() == 1 ? one(numbers.get(0), isDigits, unknown) : several(numbers, unknown);
    }

    /** Whether a word could change the number or not. "No, 4" is a 4, but "no 4" may be none. */
    private static boolean isUnclear(Token token) {
        return token.isUnknown() || token.isAny(Sense.NO, Sense.HEARD);
    }

    private boolean isHarmless(int at) {
        Token token = tokens.get(at);
        if (token.is(Sense.NO)) {
            return false;
        }
        return trail.takes(token, Sense.UNIT, Sense.OPTION)
                || trail.takesAsFiller(token, asked)
                || trail.takes(token, Sense.TO)
                || (isBetweenNumbers(at) && trail.takes(token, Sense.OR));
    }

    private Guess<BigDecimal> one(BigDecimal number, boolean isDigits, int unknown) {
        if (unknown == 0) {
            return Guess.sure(number).because(trail.so("one number"));
        }
        boolean canBeArticle = !isDigits && number.compareTo(ARTICLE) <= 0;
        boolean isLikely = !canBeArticle && unknown <= (isDigits ? 2 : 1);
        return isLikely
                ? Guess.perhaps(List.of(number)).because(trail.so("one number beside unclear words"))
                : trail.none(canBeArticle ? "can be an article" : "too many unclear words");
    }

    /** "4 or 5" asks which; "12 euros 50" is one amount. */
    private Guess<BigDecimal> several(List<BigDecimal> numbers, int unknown) {
        if (numbers.size() != 2 || unknown > 0) {
            return trail.none(numbers.isEmpty() ? "no number" : "several numbers");
        }
        if (Mentions.has(tokens, Sense.OR, Sense.TO)) {
            boolean isClose = numbers.get(0).subtract(numbers.get(1)).abs().compareTo(ARTICLE) <= 0;
            return isClose || Mentions.has(tokens, Sense.OR)
                    ? Guess.perhaps(numbers).because(trail.so("one of two numbers"))
                    : trail.none("a range");
        }
        boolean isAmount = scale.decimals() >= 2
                && numbers.get(0).scale() <= 0
                && numbers.get(1).scale() <= 0
                && numbers.get(1).compareTo(BigDecimal.valueOf(100)) < 0
                && isNumber(tokens.size() - 1);
        Optional<Token> unit = unitBetweenNumbers();
        if (!isAmount || unit.isEmpty()) {
            return trail.none("two numbers");
        }
        boolean areTenths = unit.get().is(Sense.TENTHS) && numbers.get(1).compareTo(BigDecimal.TEN) < 0;
        BigDecimal rest = numbers.get(1).multiply(areTenths ? TENTH : HUNDREDTH);
        return Guess.perhaps(List.of(numbers.get(0).add(rest)))
                .because(trail.so("an amount with its unit in the middle"));
    }

    private Optional<Token> unitBetweenNumbers() {
        for (int i = 1; i < tokens.size() - 1; i++) {
            if (tokens.get(i).is(Sense.UNIT) && isBetweenNumbers(i)) {
                return Optional.of(tokens.get(i));
            }
        }
        return Optional.empty();
    }

    private boolean isBetweenNumbers(int at) {
        return Mentions.has(tokens.subList(0, at), Sense.NUMBER)
                && Mentions.has(tokens.subList(at + 1, tokens.size()), Sense.NUMBER);
    }

    /** Drops what only names the scale: the "/5" of "4/5", "5 में से" and "满分5" before the number, and "from 1 to 5". */
    private void dropScale() {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean isAfter = tokens.get(i).is(Sense.OUT_OF)
                    && isNumber(i + 1)
                    && scale.isTop(value(i + 1))
                    && Mentions.has(tokens.subList(0, i), Sense.NUMBER);
            boolean isBefore = !isAfter
                    && isNumber(i)
                    && scale.isTop(value(i))
                    && tokens.get(i + 1).is(Sense.OUT_OF)
                    && i + 2 < tokens.size();
            if (isAfter || isBefore) {
                tokens.subList(i, i + 2).clear();
                break;
            }
        }
        for (int i = 0; i + 2 < tokens.size(); i++) {
            boolean isScale = isNumber(i)
                    && tokens.get(i + 1).is(Sense.TO)
                    && isNumber(i + 2)
                    && scale.isBottom(value(i))
                    && scale.isTop(value(i + 2));
            if (isScale
                    && tokens.stream().filter(token -> token.is(Sense.NUMBER)).count() > 2) {
                tokens.subList(i, i + 3).clear();
                tokens.removeIf(token -> token.is(Sense.TO));
                break;
            }
        }
    }

    /** Drops the "eine" of "eine 3": a number word for one beside a number in digits is an article. */
    private void dropArticles() {
        boolean hasDigits = tokens.stream().anyMatch(token -> token.is(Sense.NUMBER) && token.isDigits());
        if (hasDigits) {
            tokens.removeIf(token -> !token.isDigits()
                    && token.value(Sense.NUMBER).filter(ARTICLE::equals).isPresent());
        }
    }

    private boolean isNumber(int at) {
        return tokens.get(at).is(Sense.NUMBER);
    }

    private BigDecimal value(int at) {
        return tokens.get(at).value(Sense.NUMBER).orElseThrow();
    }
}
