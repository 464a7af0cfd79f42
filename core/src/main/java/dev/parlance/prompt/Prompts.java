package dev.parlance.prompt;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;

/**
 * A bundle of prompts: one file a language, named by its tag, all of them checked when they are loaded. Immutable, and
 * safe for use by several threads.
 *
 * <pre>{@code
 * Prompts prompts = Prompts.from(Path.of("prompts"));       // en-US.env, es-MX.env, fr.json, …
 * Language language = prompts.in("fr-CA");                  // fr, where there is no fr-CA; else the default
 * String text = language.text("greeting", "name", "Ana");
 * }</pre>
 */
public final class Prompts {
    private final PromptReader reader;
    private final NavigableMap<String, Language> languages;
    private final Language defaultLanguage;
    private final PromptCheck check;
    private final String digest;
    private final List<PromptFile> files;

    Prompts(
            PromptReader reader,
            NavigableMap<String, Language> languages,
            String defaultTag,
            PromptCheck check,
            String digest,
            List<PromptFile> files) {
        this.reader = reader;
        this.languages = languages;
        this.defaultLanguage = Objects.requireNonNull(languages.get(defaultTag));
        this.check = check;
        this.digest = digest;
        this.files = List.copyOf(files);
    }

    /**
     * Loads the files of a folder. The default language is the only one, or else English.
     *
     * @throws PromptException with all that is wrong in them
     */
    public static Prompts from(Path folder) {
        return from(PromptSource.folder(folder));
    }

    /**
     * Loads the files of any source. The default language is the only one, or else English.
     *
     * @throws PromptException with all that is wrong in them
     */
    public static Prompts from(PromptSource source) {
        return reading(source).load();
    }

    /**
     * Prompts written in code, by language and key.
     *
     * @throws PromptException with all that is wrong in them
     */
    public static Prompts of(Map<String, Map<String, String>> textsByKeyByLanguage) {
        return from(PromptSource.map(textsByKeyByLanguage));
    }

    /** Begins to read a source for which something has to be told: its default language, a prefix, a dialect. */
    public static PromptReader reading(PromptSource source) {
        return PromptReader.of(source);
    }

    /**
     * The best language there is for a BCP-47 tag: that language, what it falls back to ({@code es-MX} to {@code es-419} to
     * {@code es}), another region of it, or else the default. An ill-formed tag gets the default.
     */
    public Language in(String tag) {
        return find(tag).orElse(defaultLanguage);
    }

    /** The same, but empty rather than the default. */
    public Optional<Language> find(String tag) {
        Language exact = languages.get(tag);
        if (exact != null) {
            return Optional.of(exact);
        }
        return LanguageTags.canonical(tag)
                .flatMap(wanted -> Bundle.lookup(wanted, languages.keySet()))
                .map(languages::get);
    }

    /** The language for whoever's own is not there. */
    public Language defaultLanguage() {
        return defaultLanguage;
    }

    /** All languages, ordered by tag. */
    public List<Language> languages() {
        return List.copyOf(languages.values());
    }

    /** What was noticed at load; it has no errors, or the prompts would not have loaded. */
    public PromptCheck check() {
        return check;
    }

    /** A name for just these prompts: the SHA-256 of their files, in hexadecimal. */
    public String digest() {
        return digest;
    }

    /**
     * The prompts as their source has them now: these very ones if nothing changed there, else new ones. A running
     * application exchanges its own reference.
     *
     * @throws PromptException if the source is broken now; these prompts stay good
     */
    public Prompts refresh() {
        return reader.loadUnless(this);
    }

    /**
     * These prompts as one JSON text, from which {@link #fromJson} makes them again: for whoever has to go on with just
     * these when the files have changed.
     */
    public String toJson() {
        return PromptArchive.write(reader, defaultLanguage.tag(), files);
    }

    /**
     * Prompts that {@link #toJson} wrote.
     *
     * @throws PromptException if it did not
     */
    public static Prompts fromJson(String json) {
        return PromptArchive.read(json);
    }

    /** The languages. */
    @Override
    public String toString() {
        return "Prompts" + languages.keySet();
    }
}
