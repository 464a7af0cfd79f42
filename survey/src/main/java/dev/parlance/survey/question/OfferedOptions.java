package dev.parlance.survey.question;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The options that one person gets, in their order, each with the number that chooses it. */
record OfferedOptions(List<Option> all) {
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
