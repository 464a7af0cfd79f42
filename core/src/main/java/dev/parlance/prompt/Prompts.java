package dev.parlance.prompt;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A bundle of prompts: one file per language, named by its tag. Loading checks all of them. Immutable and thread-safe.
 *
 * <pre>{@code
 * Prompts prompts = Prompts.from(Path.of("prompts"));       // en-US.env, es-MX.env, fr.json, …
 * Language language = prompts.in("fr-CA");                  // fr, if there is no fr-CA; else the default
 * String text = language.text("greeting", "name", "Ana");
 * }</pre>
 */
public final class Prompts {
    private static final System.Logger LOG = System.getLogger(Prompts.class.getName());

    private final PromptsBuilder reader;
    private final NavigableMap<String, Language> languages;
    private final Language defaultLanguage;
    private final PromptCheck check;
    private final String digest;
    private final List<PromptFile> files;
    private final Map<String, MediaFile> mediaFiles;
    private final AtomicBoolean hasWarned = new AtomicBoolean();

    Prompts(
            PromptsBuilder reader,
            NavigableMap<String, Language> languages,
            Language defaultLanguage,
            PromptCheck check,
            List<PromptFile> files,
            Map<String, MediaFile> mediaFiles) {
        this.reader = reader;
        this.languages = languages;
        this.defaultLanguage = defaultLanguage;
        this.check = check;
        this.digest = PromptsBuilder.digest(files, mediaFiles);
        this.files = List.copyOf(files);
        this.mediaFiles = Collections.unmodifiableMap(new TreeMap<>(mediaFiles));
    }

    /**
     * Loads the files of a folder. Default language: the only one, or else English.
     *
     * @throws PromptException with all errors
     */
    public static Prompts from(Path folder) {
        return from(PromptSource.folder(folder));
    }

    /**
     * Loads the files of any source. Default language: the only one, or else English.
     *
     * @throws PromptException with all errors
     */
    public static Prompts from(PromptSource source) {
        return builder(source).build();
    }

    /**
     * Prompts from code, by language and key.
     *
     * @throws PromptException with all errors
     */
    public static Prompts of(Map<String, Map<String, String>> textsByKeyByLanguage) {
        return from(PromptSource.map(textsByKeyByLanguage));
    }

    /** Starts reading a source with settings: a default language, a prefix, a dialect. */
    public static PromptsBuilder builder(PromptSource source) {
        return PromptsBuilder.of(source);
    }

    /**
     * The best available language for a BCP-47 tag: that language, one of its fallbacks ({@code es-MX} to {@code es-419} to
     * {@code es}), another region of it, or the default. A malformed tag such as {@code klingon} gets the default too. The first
     * tag that gets the default for lack of prompts is logged as a warning; to handle it yourself, use {@link #find}.
     */
    public Language in(String tag) {
        return find(tag).orElseGet(() -> defaultFor(tag));
    }

    private Language defaultFor(String tag) {
        if (!tag.isBlank() && !hasWarned.getAndSet(true)) {
            LOG.log(
                    Level.WARNING,
                    "There are no prompts for {0}, so {1} is used. There are prompts for {2}. Other languages without prompts are"
                            + " not logged.",
                    LanguageTags.canonical(tag).orElse("a tag that is not a language"),
                    defaultLanguage.tag(),
                    languages.keySet());
        }
        return defaultLanguage;
    }

    /**
     * The language that {@link #in} returns for this tag, but empty instead of the default: use it if you want to know that a
     * language is missing.
     */
    public Optional<Language> find(String tag) {
        Language exact = languages.get(tag);
        if (exact != null) {
            return Optional.of(exact);
        }
        return LanguageTags.canonical(tag)
                .flatMap(wanted -> Bundle.lookup(wanted, languages.keySet()))
                .map(languages::get);
    }

    /** The language to use when the wanted one is missing. */
    public Language defaultLanguage() {
        return defaultLanguage;
    }

    /** All languages, ordered by tag. */
    public List<Language> languages() {
        return List.copyOf(languages.values());
    }

    /** The warnings found while loading. A bundle with errors does not load; only {@link PromptException#readable} has some. */
    public PromptCheck check() {
        return check;
    }

    /** The files that prompts name as recordings and pictures, by name; see {@link PromptsBuilder#media}. */
    public Map<String, MediaFile> mediaFiles() {
        return mediaFiles;
    }

    /** The SHA-256 of the files in hexadecimal, which identifies this version of the prompts. */
    public String digest() {
        return digest;
    }

    /**
     * The current prompts of the source: this object if nothing changed, otherwise a new one. Replace your reference with
     * it.
     *
     * @throws PromptException if the source now has errors; these prompts remain usable
     */
    public Prompts refresh() {
        return reader.reload(this);
    }

    /**
     * These prompts as JSON, to be read by {@link #fromJson}. Use it to keep this version after the files change. Media files are
     * left out, except for their names and hashes.
     */
    public String toJson() {
        return PromptArchive.write(reader, defaultLanguage.tag(), files, mediaFiles);
    }

    /**
     * Reads prompts that {@link #toJson} wrote.
     *
     * @throws PromptException if the JSON was not written by {@code toJson}
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
