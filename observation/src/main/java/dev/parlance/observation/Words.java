package dev.parlance.observation;

import java.util.Locale;

/** The values of keys: constants of enums, in lower case. */
final class Words {
    static final String NONE = "none";

    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
