package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a reply can name the options of a question by: whole labels, labels without words that change nothing, and words that only
 * one label has.
 */
final class OptionLabels {
    private static final int LETTERS = 26;
    private static final BigDecimal LARGEST_KEY = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final int SHORTEST_PART = 3;

    private final Words words;
    private final List<Integer> keys;
    private final int count;
    private final Map<String, Integer> whole = new HashMap<>();
    private final Map<String, Integer> partly = new HashMap<>();
    private final Map<String, Integer> stronger = new HashMap<>();
    private final Map<String, Integer> denying = new HashMap<>();
    private final Set<Integer> negated = new TreeSet<>();
    private final Set<Integer> none = new TreeSet<>();
    private final Set<Integer> unsure = new TreeSet<>();
    private final Map<BigDecimal, Set<Integer>> things = new HashMap<>();
    private final Set<Integer> neither = new TreeSet<>();

    OptionLabels(List<Set<String>> labels, List<Integer> keys, Words words) {
        this.keys = keys;
        this.words = words;
        this.count = labels.size();
        Map<String, Set<Integer>> shortened = new HashMap<>();
        Map<String, Set<Integer>> units = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            for (String label : labels.get(i)) {
                learn(label, i, shortened, units);
            }
        }
        shortened.forEach((key, options) -> {
            if (options.size() == 1) {
                whole.putIfAbsent(key, options.iterator().next());
            }
        });
        units.forEach((unit, options) -> {
            if (options.size() == 1 && unit.length() >= SHORTEST_PART && !whole.containsKey(unit)) {
                partly.put(unit, options.iterator().next());
            }
        });
    }

    private void learn(String label, int option, Map<String, Set<Integer>> shortened, Map<String, Set<Integer>> units) {
        whole.putIfAbsent(Units.key(label), option);
        List<Token> tokens =
                ReplyTokens.of(label, words).stream().flatMap(this::apart).toList();
        // "Not sure" and "No opinion" are for people without an answer; "Later" is not.
        if (Mentions.has(tokens, Sense.UNSURE) && Units.of(label).size() > 1) {
            unsure.add(option);
        }
        ReplyTokens.of(label, words)
                .forEach(token -> token.value(Sense.SAME)
                        .ifPresent(thing -> things.computeIfAbsent(thing, unused -> new TreeSet<>())
                                .add(option)));
        if (Mentions.has(tokens, Sense.NEITHER)) {
            neither.add(option);
        }
        if (Mentions.has(tokens, Sense.NONE)) {
            none.add(option);
            return;
        }
        String content = without(tokens, Sense.AROUND, Sense.AND, Sense.DATE_WORD);
        add(shortened, content, option);
        if (Mentions.has(tokens, Sense.NOT, Sense.NOT_AFTER, Sense.NO)) {
            // "No fever" has no part that could stand for it.
            negated.add(option);
            denying.putIfAbsent(without(tokens, Sense.NOT, Sense.NOT_AFTER, Sense.NO), option);
            return;
        }
        if (Mentions.has(tokens, Sense.VERY)) {
            stronger.putIfAbsent(without(tokens, Sense.VERY), option);
        }
        for (String unit : content.split(" ", -1)) {
            add(units, unit, option);
        }
    }

    /** The words of an expression that only stands for the thing it names, such as "on foot". */
    private Stream<Token> apart(Token token) {
        boolean isThing = token.senses().keySet().equals(Set.of(Sense.SAME))
                && token.text().indexOf(' ') > 0;
        return isThing
                ? Stream.of(token.text().split(" ", -1))
                        .map(word ->
                                new Token(word, Lexicon.of(words).find(word).orElse(Map.of()), false))
                : Stream.of(token);
    }

    /** Whether an expression of the language is a place: "second", "2nd". */
    boolean isOrdinal(String text) {
        return Lexicon.of(words)
                .find(text)
                .filter(senses -> senses.containsKey(Sense.ORDINAL))
                .isPresent();
    }

    private static String without(List<Token> tokens, Sense... senses) {
        return String.join(
                " ",
                tokens.stream()
                        .filter(token -> !token.isAny(senses))
                        .map(Token::text)
                        .toList());
    }

    private static void add(Map<String, Set<Integer>> options, String key, int option) {
        if (!key.isEmpty()) {
            options.computeIfAbsent(key, unused -> new TreeSet<>()).add(option);
        }
    }

    /** Takes a reply apart. A whole label is nothing but a label, whatever its words can mean elsewhere. */
    List<Token> tokens(String reply) {
        Map<String, Token> labels = new HashMap<>();
        denying.forEach((key, option) -> labels.put(key, partOf(key, count + option)));
        partly.forEach((key, option) -> labels.put(key, partOf(key, option)));
        whole.forEach((key, option) -> labels.put(key, Token.of(key, Sense.LABEL, BigDecimal.valueOf(option), false)));
        return ReplyTokens.of(reply, words, labels);
    }

    private Token partOf(String key, int option) {
        Map<Sense, Token.Meaning> senses = new EnumMap<>(Sense.class);
        Lexicon.of(words).find(key).ifPresent(senses::putAll);
        senses.put(Sense.LABEL, Token.Meaning.of(BigDecimal.valueOf(option), ""));
        return new Token(key, senses, false);
    }

    int count() {
        return count;
    }

    /** The option that this number chooses. */
    Optional<Integer> withKey(BigDecimal number) {
        int option = number.stripTrailingZeros().scale() > 0 || number.abs().compareTo(LARGEST_KEY) > 0
                ? -1
                : keys.indexOf(number.intValue());
        return option < 0 ? Optional.empty() : Optional.of(option);
    }

    boolean isWhole(Token token) {
        return whole.containsKey(token.text());
    }

    /** The option that this expression denies, such as "No fever" for "fever", if it is not an option itself. */
    Optional<Integer> deniedOnly(Token token) {
        return token.value(Sense.LABEL)
                .map(BigDecimal::intValue)
                .filter(value -> value >= count)
                .map(value -> value - count);
    }

    /** The option whose label is the negation of this expression. */
    Optional<Integer> denying(Token token) {
        return Optional.ofNullable(denying.get(token.text()));
    }

    /** The option whose label is this expression with an intensifier. */
    Optional<Integer> stronger(Token token) {
        return Optional.ofNullable(stronger.get(token.text()));
    }

    /** Whether an option's label has an intensifier itself. */
    boolean isStrong(int option) {
        return stronger.containsValue(option);
    }

    boolean isNegated(int option) {
        return negated.contains(option);
    }

    boolean isNone(int option) {
        return none.contains(option);
    }

    /** The only option for people to whom no other applies. */
    Optional<Integer> onlyNone() {
        return only(none);
    }

    /** The only option for people who don't know. */
    Optional<Integer> onlyUnsure() {
        return only(unsure);
    }

    /** The only option between two others, such as "Neither satisfied nor dissatisfied". */
    Optional<Integer> onlyNeither() {
        return only(neither);
    }

    static Optional<Integer> only(Set<Integer> options) {
        return options.size() == 1 ? Optional.of(options.iterator().next()) : Optional.empty();
    }

    Optional<Integer> letter(String text) {
        if (text.length() != 1 || count > LETTERS) {
            return Optional.empty();
        }
        int place = text.charAt(0) - 'a';
        return place >= 0 && place < count ? Optional.of(place) : Optional.empty();
    }

    /** The only option with a word for the same thing: "Bicycle" for "bike". */
    Optional<Integer> same(Token token) {
        Optional<BigDecimal> thing = token.value(Sense.SAME);
        return thing.isEmpty() ? Optional.empty() : only(things.getOrDefault(thing.get(), Set.of()));
    }

    /** The labels as people misspell and shorten them. */
    MisspelledLabels misspellings() {
        return new MisspelledLabels(whole, partly, negated, words);
    }

    /** Whether a word could be a part of a label that reverses it: "in satisfied". */
    boolean isNegatingPrefix(String word) {
        return words.list("negations").contains(word);
    }
}
