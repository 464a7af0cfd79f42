package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the options that a reply names: "I take the bus", "the second one", "option d", "fever and cough". */
public final class OptionMention {
    private static final int LETTERS = 26;
    private static final int SHORTEST_PART = 3;
    private static final int MOST_WORDS = 3;

    private final Words words;
    private final int count;
    private final Set<String> asked;
    private final Map<String, Integer> whole = new HashMap<>();
    private final Map<String, Integer> partly = new HashMap<>();
    private final Set<Integer> none = new TreeSet<>();
    private final Set<Integer> unsure = new TreeSet<>();

    private final Set<Integer> chosen = new LinkedHashSet<>();
    private final Set<Integer> refused = new LinkedHashSet<>();
    private boolean isSure = true;
    private int unknown;

    /**
     * What a reply names.
     *
     * @param options the options, by their place in the list, from 0
     * @param isSure whether the reply says nothing else
     * @param isEither whether the person names them as alternatives
     */
    public record Found(List<Integer> options, boolean isSure, boolean isEither) {
        static final Found NOTHING = new Found(List.of(), false, false);

        /** Whether no option was found. */
        public boolean isNothing() {
            return options.isEmpty();
        }
    }

    private OptionMention(List<Set<String>> labels, Words words, String question) {
        this.words = words;
        this.count = labels.size();
        this.asked = Set.copyOf(Units.of(question));
        learn(labels);
    }

    /**
     * Finds options.
     *
     * @param labels the labels and other words of each option, in the order in which they were offered
     * @param question the question as it was asked: its words may come back in the reply
     * @param several whether more than one option can be chosen
     */
    public static Found read(String reply, List<Set<String>> labels, Words words, String question, boolean several) {
        return new OptionMention(labels, words, question).read(reply, several);
    }

    /** Learns the labels, then the labels without words that change nothing, then the words that only one label has. */
    private void learn(List<Set<String>> labels) {
        Map<String, Set<Integer>> shortened = new HashMap<>();
        Map<String, Set<Integer>> units = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            for (String label : labels.get(i)) {
                whole.putIfAbsent(Units.key(label), i);
                List<Token> tokens = ReplyTokens.of(label, words);
                // "Not sure" and "No opinion" are for people without an answer; "Later" is not.
                if (Mentions.has(tokens, Sense.UNSURE) && Units.of(label).size() > 1) {
                    unsure.add(i);
                }
                if (Mentions.has(tokens, Sense.NONE)) {
                    none.add(i);
                    continue;
                }
                List<String> content = tokens.stream()
                        .filter(token -> !token.isAny(Sense.AROUND, Sense.AND, Sense.DATE_WORD))
                        .map(Token::text)
                        .toList();
                add(shortened, String.join(" ", content), i);
                for (String unit : content) {
                    add(units, unit, i);
                }
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

    private static void add(Map<String, Set<Integer>> options, String key, int option) {
        if (!key.isEmpty()) {
            options.computeIfAbsent(key, unused -> new TreeSet<>()).add(option);
        }
    }

    private Found read(String reply, boolean several) {
        Optional<Integer> letter = letter(TextLetters.only(reply));
        if (letter.isPresent()) {
            return new Found(List.of(letter.get()), true, false);
        }
        Map<String, BigDecimal> labels = new HashMap<>();
        partly.forEach((key, option) -> labels.put(key, BigDecimal.valueOf(option)));
        whole.forEach((key, option) -> labels.put(key, BigDecimal.valueOf(option)));
        List<Token> all = ReplyTokens.of(reply, words, labels);
        List<Token> tokens = Mentions.afterCorrection(all);
        if (isUnsureOption(tokens)) {
            return new Found(List.copyOf(unsure), false, false);
        }
        boolean isOpen = Mentions.has(tokens, Sense.UNSURE, Sense.COMPARE)
                // "All but the cough": what is meant is not what is named.
                || (Mentions.has(tokens, Sense.BUT) && Mentions.has(tokens, Sense.ALL));
        if (tokens.isEmpty() || isOpen) {
            return Found.NOTHING;
        }
        for (int i = 0; i < tokens.size(); i++) {
            take(tokens, i, several);
        }
        isSure &= tokens.size() == all.size();
        chosen.removeAll(refused);
        if (chosen.isEmpty() || unknown > Mentions.MOST_UNKNOWN) {
            return Found.NOTHING;
        }
        // A "no" that refuses nothing by itself may still refuse what was named.
        isSure &= unknown == 0 && !Mentions.has(tokens, Sense.NOT, Sense.NO, Sense.NOT_AFTER);
        boolean isEither = Mentions.has(tokens, Sense.OR);
        if (isEither && chosen.size() == 1 && unknown > 0) {
            // The other side of the "or" is unknown.
            return Found.NOTHING;
        }
        return new Found(List.copyOf(chosen), isSure && !isEither, isEither);
    }

    /** Whether the reply says "I'm not sure", and one option is "Not sure". */
    private boolean isUnsureOption(List<Token> tokens) {
        return unsure.size() == 1
                && Mentions.has(tokens, Sense.UNSURE)
                && tokens.stream()
                        .filter(token -> !token.is(Sense.UNSURE))
                        .allMatch(token -> Mentions.changesNothing(token, asked));
    }

    private void take(List<Token> tokens, int at, boolean several) {
        Token token = tokens.get(at);
        if (token.is(Sense.LABEL)) {
            int option = token.value(Sense.LABEL).orElseThrow().intValue();
            isSure &= whole.containsKey(token.text()) && !followsPrefix(tokens, at);
            mention(tokens, at, option);
        } else if (token.isAny(Sense.NO, Sense.NOT_AFTER) && tokens.size() == 1 && several && none.size() == 1) {
            chosen.add(none.iterator().next());
            isSure = false;
        } else if (token.is(Sense.NONE) && none.size() == 1 && !Mentions.has(tokens, Sense.LABEL)) {
            chosen.add(none.iterator().next());
            isSure &= tokens.size() == 1;
        } else if (token.isAny(Sense.ALL, Sense.BOTH) && several && (count == 2 || token.is(Sense.ALL))) {
            for (int option = 0; option < count; option++) {
                if (!none.contains(option)) {
                    chosen.add(option);
                }
            }
            isSure = false;
        } else if (token.is(Sense.LAST)) {
            mention(tokens, at, count - 1);
        } else if (isOrder(tokens, at)) {
            mention(tokens, at, token.value(Sense.ORDINAL).orElseThrow().intValue() - 1);
        } else if (token.is(Sense.NUMBER)) {
            number(tokens, at, several);
        } else if (at > 0
                && tokens.get(at - 1).is(Sense.OPTION)
                && letter(token.text()).isPresent()) {
            mention(tokens, at, letter(token.text()).get());
        } else if (token.isUnknown()) {
            unknown(tokens, at);
        } else if (!isHarmless(token)) {
            unknown++;
        }
    }

    /** Whether the word before a label could be a part of it that reverses it: "in satisfied". */
    private boolean followsPrefix(List<Token> tokens, int at) {
        return at > 0 && words.list("negations").contains(tokens.get(at - 1).text());
    }

    private boolean isHarmless(Token token) {
        return token.isAny(
                        Sense.OPTION,
                        Sense.ONE,
                        Sense.OR,
                        Sense.NOT,
                        Sense.NOT_AFTER,
                        Sense.NO,
                        Sense.NONE,
                        Sense.BUT,
                        Sense.TO,
                        Sense.UNIT,
                        Sense.DATE_WORD,
                        Sense.CLOCK)
                || Mentions.changesNothing(token, asked);
    }

    private boolean isOrder(List<Token> tokens, int at) {
        Optional<BigDecimal> order = tokens.get(at).value(Sense.ORDINAL);
        return order.isPresent() && order.get().intValue() <= count;
    }

    /** A number is the place of an option unless it counts something: "4 days of cough". */
    private void number(List<Token> tokens, int at, boolean several) {
        BigDecimal number = tokens.get(at).value(Sense.NUMBER).orElseThrow();
        boolean counts = at + 1 < tokens.size()
                && tokens.get(at + 1).isAny(Sense.MEASURE, Sense.DAYS, Sense.MONTHS, Sense.YEARS);
        boolean isArticle = !tokens.get(at).isDigits()
                && number.compareTo(BigDecimal.ONE) == 0
                && Mentions.has(tokens, Sense.LABEL);
        if (isArticle) {
            return;
        }
        boolean isPlace = !counts
                && number.scale() <= 0
                && number.signum() > 0
                && number.compareTo(BigDecimal.valueOf(count)) <= 0;
        if (!isPlace) {
            unknown++;
            return;
        }
        int option = number.intValue() - 1;
        if (several
                && at > 1
                && tokens.get(at - 1).is(Sense.TO)
                && tokens.get(at - 2).is(Sense.NUMBER)) {
            int first = tokens.get(at - 2).value(Sense.NUMBER).orElseThrow().intValue() - 1;
            for (int between = first + 1; between < option; between++) {
                chosen.add(between);
            }
            isSure = false;
        }
        mention(tokens, at, option);
    }

    private void mention(List<Token> tokens, int at, int option) {
        boolean isRefused = isNegated(tokens, at);
        (isRefused ? refused : chosen).add(option);
    }

    /** Whether a word before or after the mention refuses it, with nothing but small words between. */
    private boolean isNegated(List<Token> tokens, int at) {
        for (int i = at - 1; i >= 0; i--) {
            Token before = tokens.get(i);
            if (before.isAny(Sense.NOT, Sense.NO, Sense.NONE)) {
                return true;
            }
            if (!before.isUnknown() && !before.isAny(Sense.AROUND, Sense.DATE_WORD, Sense.OPTION, Sense.PREFIX)) {
                break;
            }
        }
        for (int i = at + 1; i < tokens.size(); i++) {
            Token after = tokens.get(i);
            if (after.is(Sense.NOT_AFTER)) {
                return true;
            }
            if (!after.is(Sense.AROUND)) {
                break;
            }
        }
        return false;
    }

    private void unknown(List<Token> tokens, int at) {
        Optional<Integer> phrase = misspelledPhrase(tokens, at);
        if (phrase.isPresent()) {
            isSure = false;
            mention(tokens, at, phrase.get());
            return;
        }
        Map<String, Integer> single = new HashMap<>(partly);
        whole.forEach((key, option) -> {
            if (key.indexOf(' ') < 0) {
                single.put(key, option);
            }
        });
        Guess<Integer> guess = FuzzyLookup.find(tokens.get(at).text(), single, words);
        if (guess.isNone()) {
            unknown++;
        } else {
            isSure &= guess.isSure();
            mention(tokens, at, guess.candidates().get(0));
        }
    }

    /** A label of several words that ends here and has a typo or another ending: "muito satisfeita". */
    private Optional<Integer> misspelledPhrase(List<Token> tokens, int at) {
        for (int from = Math.max(0, at - MOST_WORDS); from < at; from++) {
            String phrase =
                    tokens.subList(from, at + 1).stream().map(Token::text).collect(Collectors.joining(" "));
            Guess<Integer> guess = FuzzyLookup.find(phrase, whole, words);
            if (!guess.isNone()) {
                return Optional.of(guess.candidates().get(0));
            }
        }
        return Optional.empty();
    }

    private Optional<Integer> letter(String text) {
        if (text.length() != 1 || count > LETTERS) {
            return Optional.empty();
        }
        int place = text.charAt(0) - 'a';
        return place >= 0 && place < count ? Optional.of(place) : Optional.empty();
    }
}
