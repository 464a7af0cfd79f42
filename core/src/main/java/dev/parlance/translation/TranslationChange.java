package dev.parlance.translation;

import java.util.Optional;

/**
 * A translation that an import adds or replaces.
 *
 * @param language the language's tag
 * @param key the prompt's key
 * @param before the current translation, if there is one
 * @param after the new translation
 */
public record TranslationChange(String language, String key, Optional<String> before, String after) {}
