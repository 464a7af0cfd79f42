package dev.parlance.translation;

import java.util.Locale;
import java.util.Optional;

/** How far the translation of a prompt is. */
public enum TranslationState {
    /** There is no translation, and the language needs one. */
    MISSING,
    /** There is no translation, and the language can do without: a variant such as {@code drink.voice}. */
    OPTIONAL,
    /** The text has changed since it was translated. */
    CHANGED,
    /** The text is translated. */
    DONE;

    /** Whether a translator has something to do. */
    public boolean isOpen() {
        return this == MISSING || this == CHANGED;
    }

    /** The name in a CSV file. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<TranslationState> of(String word) {
        for (TranslationState state : values()) {
            if (state.word().equalsIgnoreCase(word.strip())) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
