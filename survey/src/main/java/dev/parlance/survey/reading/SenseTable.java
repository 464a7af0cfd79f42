package dev.parlance.survey.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Expressions by their keys, with what each can be. Filled once, then only read. */
final class SenseTable {
    private final Map<String, Map<Sense, Token.Meaning>> senses = new HashMap<>();
    private int longest = 1;

    /** Adds an expression, also as people type it who leave apostrophes and hyphens out. */
    void add(String phrase, Sense sense, BigDecimal value, String place) {
        put(Units.key(phrase), sense, value, place);
        if (phrase.indexOf('\'') >= 0 || phrase.indexOf('\u2019') >= 0) {
            put(Units.key(phrase.replaceAll("['\\u2019]", "")), sense, value, place);
        }
    }

    /** The first place counts. An expression with a second value in the same section can mean either. */
    private void put(String key, Sense sense, BigDecimal value, String place) {
        if (key.isEmpty()) {
            return;
        }
        longest = Math.max(longest, Units.count(key));
        senses.computeIfAbsent(key, unused -> new EnumMap<>(Sense.class))
                .merge(sense, Token.Meaning.of(value, place), SenseTable::either);
    }

    private static Token.Meaning either(Token.Meaning first, Token.Meaning second) {
        if (first.values().containsAll(second.values())) {
            return first;
        }
        List<BigDecimal> values = new ArrayList<>(first.values());
        values.addAll(second.values());
        return new Token.Meaning(List.copyOf(values), first.place());
    }

    Map<Sense, Token.Meaning> find(String key) {
        return senses.getOrDefault(key, Map.of());
    }

    Set<String> keys() {
        return senses.keySet();
    }

    /** The number of units in the longest expression. */
    int longest() {
        return longest;
    }
}
