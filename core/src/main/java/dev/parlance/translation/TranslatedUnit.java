package dev.parlance.translation;

import java.util.Optional;

/**
 * A prompt as a translator returned it.
 *
 * @param source the text that it was translated from
 * @param exported the translation before, as it was exported; empty if the tool lost it, or it was missing
 * @param isOpen whether the file says that the translation still needs work
 */
record TranslatedUnit(
        String key, String source, String translation, Optional<String> exported, boolean isOpen, int line) {
    /** Whether there is a translation, and the translator has confirmed or changed it. */
    boolean isDone() {
        return !translation.isBlank() && (!isOpen || exported.stream().noneMatch(translation::equals));
    }
}
