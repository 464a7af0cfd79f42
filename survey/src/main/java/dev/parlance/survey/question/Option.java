package dev.parlance.survey.question;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One of the options of a question. By default, its value is its id, and its number is its place in the list.
 *
 * <pre>{@code
 * Question.choice(
 *         "calm",
 *         Option.of("never").withValue("0").withKey(0),
 *         Option.of("often").withValue("1").withKey(1),
 *         Option.of("dontKnow").withKey(9).refusal());
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param id the name: the option {@code tea} of the question {@code drink} has the prompt {@code drink.tea}
 * @param value what is stored, compared and exported
 * @param key the number to choose it by; if empty, its place among the offered options, from 1
 * @param traits what is special about it
 * @param when the condition under which it is offered
 */
public record Option(String id, String value, Optional<Integer> key, Set<Trait> traits, Condition when) {
    /** The largest {@link #key}. */
    public static final int MAX_KEY = 999;

    /** What can be special about an option. */
    public enum Trait {
        /** It can't be combined with others, such as "none of these". */
        EXCLUSIVE("exclusive"),
        /** It keeps its place if the order is random. */
        FIXED("fixed"),
        /** It tells nothing about what was asked, such as "don't know" or "prefer not to say". It is never a number. */
        REFUSAL("refusal"),
        /** The respondent says in words what it is, such as "other". */
        SPECIFY("specify");

        private final String word;

        Trait(String word) {
            this.word = word;
        }

        /** The name in {@code survey.json}. */
        public String word() {
            return word;
        }
    }

    /**
     * Copies the set.
     *
     * @throws IllegalArgumentException if the key is not from 0 to {@link #MAX_KEY}
     */
    public Option {
        traits = Set.copyOf(traits);
        if (key.isPresent() && (key.get() < 0 || key.get() > MAX_KEY)) {
            throw new IllegalArgumentException("A key is from 0 to " + MAX_KEY + ", not " + key.get());
        }
    }

    /** An option whose value is its id. */
    public static Option of(String id) {
        return new Option(id, id, Optional.empty(), Set.of(), Condition.All.ALWAYS);
    }

    /** Returns a copy with another value to store. */
    public Option withValue(String stored) {
        return new Option(id, stored, key, traits, when);
    }

    /** Returns a copy that is chosen by this number, on calls by these keys. */
    public Option withKey(int number) {
        return new Option(id, value, Optional.of(number), traits, when);
    }

    /** Returns a copy that can't be combined with others. */
    public Option exclusive() {
        return with(Trait.EXCLUSIVE);
    }

    /** Returns a copy that keeps its place if the order is random. */
    public Option fixed() {
        return with(Trait.FIXED);
    }

    /** Returns a copy that tells nothing about what was asked. It can't be combined with others. */
    public Option refusal() {
        return with(Trait.REFUSAL);
    }

    /** Returns a copy after which the respondent is asked to say in words what it is, by the prompt {@code drink.other.specify}. */
    public Option specify() {
        return with(Trait.SPECIFY);
    }

    /** Returns a copy that is offered only if the condition holds. */
    public Option when(Condition condition) {
        return new Option(id, value, key, traits, condition);
    }

    Option with(Trait trait) {
        EnumSet<Trait> more = EnumSet.of(trait);
        more.addAll(traits);
        return new Option(id, value, key, more, when);
    }

    /** Whether it has this trait. */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Whether it can't be combined with others. */
    boolean isAlone() {
        return is(Trait.EXCLUSIVE) || is(Trait.REFUSAL);
    }

    /** The option in the format of {@code survey.json}. */
    public Object toJson() {
        if (equals(of(id))) {
            return id;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        if (!id.equals(value)) {
            json.put("id", id);
        }
        json.put("value", value);
        key.ifPresent(number -> json.put("key", number));
        for (Trait trait : Trait.values()) {
            if (is(trait)) {
                json.put(trait.word(), true);
            }
        }
        if (isConditional()) {
            json.put("when", when.toJson());
        }
        return json;
    }

    /** Whether some respondents don't get it. */
    boolean isConditional() {
        return !when.equals(Condition.All.ALWAYS);
    }
}
