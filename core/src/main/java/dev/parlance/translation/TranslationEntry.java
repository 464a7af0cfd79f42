package dev.parlance.translation;

import java.util.Optional;

/**
 * A prompt to translate.
 *
 * @param key the prompt's key
 * @param state how far the translation is
 * @param source the text to translate, with its placeholders in braces
 * @param translation the current translation
 * @param translatedFrom the text that the translation was made from, if it was another one
 * @param context what a translator must know
 */
public record TranslationEntry(
        String key,
        TranslationState state,
        String source,
        Optional<String> translation,
        Optional<String> translatedFrom,
        PromptContext context) {}
