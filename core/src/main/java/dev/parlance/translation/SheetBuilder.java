package dev.parlance.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares a language with the texts to translate. */
final class SheetBuilder {
    private SheetBuilder() {}

    static TranslationSheet build(
            PromptFolder prompts, String target, Map<String, String> texts, Map<String, PromptContext> contexts) {
        Map<String, String> own = prompts.texts();
        TranslatedFrom record = TranslatedFrom.read(prompts.path(), target);
        List<TranslationEntry> entries = new ArrayList<>();
        texts.forEach((key, text) -> {
            if (!prompts.inherits(target, key)) {
                Optional<String> translation = prompts.own(target, key);
                Optional<String> from = Optional.ofNullable(record.texts().get(key))
                        .filter(old -> translation.isPresent() && !old.equals(text));
                Variant variant = Variant.of(key, texts.keySet());
                boolean isOptional = variant.isOptional() && own.containsKey(key);
                entries.add(new TranslationEntry(
                        key,
                        state(translation.isPresent(), from.isPresent(), isOptional),
                        text,
                        translation,
                        from,
                        ContextNotes.of(variant, isOptional, text, target, contexts)));
            }
        });
        return new TranslationSheet(prompts.source().tag(), target, entries);
    }

    private static TranslationState state(boolean isTranslated, boolean isChanged, boolean isOptional) {
        if (!isTranslated) {
            return isOptional ? TranslationState.OPTIONAL : TranslationState.MISSING;
        }
        return isChanged ? TranslationState.CHANGED : TranslationState.DONE;
    }
}
