package dev.parlance.survey.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** The options that one person gets, in their order, each with the number that chooses it. */
record OfferedOptions(List<Option> all) {
    static OfferedOptions of(ChoiceQuestion choice, AskContext context) {
        List<Option> all = choice.options();
        List<Option> ordered = choice.shuffled() ? shuffled(choice, all, context.shuffleSeed()) : all;
        boolean hidesNone = context.known().hiddenOptions(choice.id()).isEmpty();
        return new OfferedOptions(
                hidesNone && !hasConditions(choice, all) ? ordered : offered(choice, ordered, context.known()));
    }

    // A loop, because it runs several times in each turn.
    private static boolean hasConditions(ChoiceQuestion choice, List<Option> all) {
        for (Option option : all) {
            if (choice.isConditional(option)) {
                return true;
            }
        }
        return false;
    }

    private static List<Option> offered(ChoiceQuestion choice, List<Option> ordered, ConditionContext known) {
        return ordered.stream()
                .filter(option -> choice.isOffered(option, known))
                .toList();
    }

    /** A random order, in which some options keep their place. Questions with the same scale have the same order. */
    private static List<Option> shuffled(ChoiceQuestion choice, List<Option> all, long seed) {
        List<Option> others = new ArrayList<>(all);
        others.removeIf(option -> option.is(Option.Trait.FIXED));
        String name = choice.shared().map(SharedOptions::name).orElse(choice.id());
        Collections.shuffle(others, new Random(seed ^ name.hashCode()));
        Iterator<Option> next = others.iterator();
        return all.stream()
                .map(option -> option.is(Option.Trait.FIXED) ? option : next.next())
                .toList();
    }

    /** The options that can be combined: those that are not an answer alone, such as "don't know". */
    List<Option> combinable() {
        return all.stream().filter(option -> !option.isAlone()).toList();
    }

    /** The number that chooses the option at a place. */
    int key(int place) {
        return all.get(place).key().orElse(place + 1);
    }

    /** The numbers of all options, in order. */
    List<Integer> keys() {
        return IntStream.range(0, all.size()).mapToObj(this::key).toList();
    }

    Optional<Option> withKey(int number) {
        for (int i = 0; i < all.size(); i++) {
            if (key(i) == number) {
                return Optional.of(all.get(i));
            }
        }
        return Optional.empty();
    }

    /** How many digits each number has; 0 if some have more than others. */
    int digits() {
        int digits = 0;
        for (int i = 0; i < all.size(); i++) {
            int own = key(i) < 10 ? 1 : key(i) < 100 ? 2 : 3;
            if (digits != 0 && own != digits) {
                return 0;
            }
            digits = own;
        }
        return digits;
    }

    Optional<Option> withValue(String value) {
        return all.stream().filter(option -> option.value().equals(value)).findFirst();
    }
}
