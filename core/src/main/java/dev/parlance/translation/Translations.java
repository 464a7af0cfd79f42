package dev.parlance.translation;

import dev.parlance.prompt.PromptException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The translations of a folder of prompts. Exports them for translators, and imports what they return. Immutable; the
 * folder is read again by each call.
 *
 * <pre>{@code
 * Translations translations = Translations.of(Path.of("prompts"));
 * Files.writeString(Path.of("fr-FR.xlf"), translations.to("fr-FR").toXliff());
 *
 * TranslationImport done = translations.read(Path.of("fr-FR.xlf"));
 * done.write(); // or throws, with all problems
 * }</pre>
 *
 * <p>For a survey, use {@code SurveyFolder.translations()}: it adds to each prompt what the survey uses it for.
 */
public final class Translations {
    private static final String PSEUDO_REGION = "-XA";

    private final Path folder;
    private final Optional<String> source;
    private final Map<String, PromptContext> contexts;
    private final Function<String, Map<String, String>> sentences;

    private Translations(
            Path folder,
            Optional<String> source,
            Map<String, PromptContext> contexts,
            Function<String, Map<String, String>> sentences) {
        this.folder = folder;
        this.source = source;
        this.contexts = Map.copyOf(contexts);
        this.sentences = sentences;
    }

    /** The translations of the prompt files in a folder. */
    public static Translations of(Path promptFolder) {
        return new Translations(promptFolder, Optional.empty(), Map.of(), language -> Map.of());
    }

    /** Returns a copy that translates from this language. Default: the default language of the prompts. */
    public Translations from(String tag) {
        return new Translations(folder, Optional.of(tag), contexts, sentences);
    }

    /** Returns a copy that says more about the prompts with these keys. */
    public Translations withContexts(Map<String, PromptContext> byKey) {
        return new Translations(folder, source, byKey, sentences);
    }

    /**
     * Returns a copy with texts that are not in the prompts of the source language.
     *
     * @param textsByKey returns the texts that a language must translate too
     */
    public Translations withSentences(Function<String, Map<String, String>> textsByKey) {
        return new Translations(folder, source, contexts, textsByKey);
    }

    /**
     * The tags of the languages that have a file, without the source language.
     *
     * @throws PromptException if there are no prompts
     */
    public List<String> languages() {
        PromptFolder prompts = PromptFolder.read(folder, source);
        return prompts.files().keySet().stream()
                .filter(tag -> !tag.equals(prompts.source().tag()) && !tag.endsWith(PSEUDO_REGION))
                .toList();
    }

    /**
     * What there is to translate into a language, which need not have a file yet.
     *
     * @throws PromptException if there are no prompts
     * @throws TranslationException if the tag is malformed or is the source language, or a file can't be read
     */
    public TranslationSheet to(String tag) {
        PromptFolder prompts = PromptFolder.read(folder, source);
        String target = PromptFolder.tag(tag)
                .orElseThrow(() -> new TranslationException("\"" + tag + "\" is not a language tag like es-MX"));
        if (target.equals(prompts.source().tag())) {
            throw new TranslationException(target + " is the language to translate from");
        }
        return SheetBuilder.build(prompts, target, texts(prompts, target), contexts);
    }

    /**
     * Reads XLIFF or CSV files that {@link #to} made, and checks all of them. Writes nothing.
     *
     * @throws PromptException if there are no prompts
     * @throws TranslationException if a file can't be read
     */
    public TranslationImport read(Path... files) {
        PromptFolder prompts = PromptFolder.read(folder, source);
        return new ImportCheck(prompts, contexts, tag -> texts(prompts, tag)).check(List.of(files), false);
    }

    /**
     * Like {@link #read}, but accepts translations of prompts that have a newer translation.
     *
     * @throws PromptException if there are no prompts
     * @throws TranslationException if a file can't be read
     */
    public TranslationImport readOverNewer(Path... files) {
        PromptFolder prompts = PromptFolder.read(folder, source);
        return new ImportCheck(prompts, contexts, tag -> texts(prompts, tag)).check(List.of(files), true);
    }

    private Map<String, String> texts(PromptFolder prompts, String target) {
        Map<String, String> texts = new LinkedHashMap<>(prompts.texts());
        sentences.apply(target).forEach(texts::putIfAbsent);
        return texts;
    }

    /** The folder. */
    @Override
    public String toString() {
        return "Translations[" + folder + "]";
    }
}
