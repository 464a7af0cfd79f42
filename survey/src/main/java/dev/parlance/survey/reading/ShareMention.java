package dev.parlance.survey.reading;

import dev.parlance.survey.words.TextNormalizer;
import dev.parlance.survey.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the number for each option: "50 30 20" in their order, or "tea 50 and 50 for coffee" by name. */
public final class ShareMention {
    private static final Pattern NUMBERS = Pattern.compile("[\\d\\s,;/*+&%\\-\\u3001\\uFF0C\\u060C]+");
    private static final Pattern APART = Pattern.compile("\\D+");
    private static final int LONGEST_NUMBER = 7;
    private static final int NO_NUMBER = -1;

    private ShareMention() {}

    /** The number for each option, or nothing. An option that the reply does not name has 0. */
    public static Guess<List<Integer>> read(
            String reply, List<Set<String>> labels, List<Integer> keys, Words words, String question) {
        String plain = TextNormalizer.plainDigits(reply.strip());
        if (NUMBERS.matcher(plain).matches()) {
            List<Integer> numbers = Arrays.stream(APART.split(plain, -1))
                    .filter(digits -> !digits.isEmpty())
                    .map(digits -> digits.length() > LONGEST_NUMBER ? NO_NUMBER : Integer.parseInt(digits))
                    .toList();
            return inOrder(numbers, labels.size()).because("a number for each option, in their order");
        }
        return named(
                new OptionLabels(labels, keys, words).tokens(reply), labels.size(), Set.copyOf(Units.of(question)));
    }

    private static Guess<List<Integer>> inOrder(List<Integer> numbers, int options) {
        boolean isOneEach = numbers.size() == options && !numbers.contains(NO_NUMBER);
        return isOneEach ? Guess.sure(numbers) : Guess.none();
    }

    private static Guess<List<Integer>> named(List<Token> tokens, int options, Set<String> asked) {
        Trail trail = new Trail();
        List<Integer> named = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        boolean isLabelFirst = false;
        int unknown = 0;
        for (Token token : tokens) {
            if (trail.takes(token, Sense.LABEL)) {
                isLabelFirst |= numbers.isEmpty();
                named.add(value(token, Sense.LABEL));
            } else if (trail.takes(token, Sense.NUMBER)) {
                numbers.add(number(token));
            } else if (trail.takes(token, Sense.OR, Sense.NOT, Sense.NOT_AFTER, Sense.COMPARE, Sense.UNSURE)) {
                return trail.none("no certain numbers");
            } else if (!trail.takesAsFiller(token, asked)
                    && !trail.takes(token, Sense.UNIT, Sense.MEASURE, Sense.TO, Sense.DATE_WORD, Sense.CLOCK)) {
                trail.stray(token);
                unknown++;
            }
            boolean isPaired = isLabelFirst ? named.size() >= numbers.size() : numbers.size() >= named.size();
            if (!isPaired || Math.abs(named.size() - numbers.size()) > (named.isEmpty() ? options : 1)) {
                return trail.none("numbers and options that don't belong together");
            }
        }
        Guess<List<Integer>> found = named.isEmpty() ? inOrder(numbers, options) : paired(named, numbers, options);
        return (unknown > 0 ? found.unsure() : found)
                .because(trail.so(found.isNone() ? "no numbers" : "a number each"));
    }

    private static Guess<List<Integer>> paired(List<Integer> named, List<Integer> numbers, int options) {
        Map<Integer, Integer> shares = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(named.size(), numbers.size()); i++) {
            shares.put(named.get(i), numbers.get(i));
        }
        boolean isWhole = named.size() == numbers.size()
                && shares.size() == named.size()
                && shares.keySet().stream().allMatch(option -> option < options)
                && !shares.containsValue(NO_NUMBER);
        List<Integer> each = new ArrayList<>();
        for (int option = 0; option < options; option++) {
            each.add(shares.getOrDefault(option, 0));
        }
        return isWhole ? Guess.sure(each) : Guess.none();
    }

    private static int value(Token token, Sense sense) {
        return token.value(sense).map(BigDecimal::intValue).orElse(NO_NUMBER);
    }

    /** A whole number that is not negative. */
    private static int number(Token token) {
        BigDecimal number = token.value(Sense.NUMBER).orElseThrow();
        boolean isWhole = number.signum() >= 0
                && number.stripTrailingZeros().scale() <= 0
                && number.precision() - number.scale() <= LONGEST_NUMBER;
        return isWhole ? number.intValueExact() : NO_NUMBER;
    }
}
