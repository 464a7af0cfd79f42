package dev.parlance.prompt;

import dev.parlance.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The prompts of one language, and the voice that speaks them. Immutable and thread-safe.
 *
 * <pre>{@code
 * Language spanish = prompts.in("es-MX");
 * spanish.text("greeting", "name", "Ana");     // "¡Hola, Ana!"
 * spanish.voice();                             // Optional[Polly.Mia]
 * }</pre>
 */
public final class Language {
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku", "nqo", "ps", "sd", "syr", "ug", "ur", "yi");
    private static final Set<String> RIGHT_TO_LEFT_SCRIPTS = Set.of("Adlm", "Arab", "Hebr", "Nkoo", "Syrc", "Thaa");

    /** Stands for the default language where no file can be read. */
    static final Language EMPTY =
            new Language("und", new Speech(Optional.empty(), "und", "und", false, true), Map.of());

    private final String tag;
    private final Locale locale;
    private final Speech speech;
    private final Map<String, Prompt> prompts;
    private final boolean hasMedia;

    Language(String tag, Speech speech, Map<String, Prompt> prompts) {
        this.tag = tag;
        this.locale = Locale.forLanguageTag(tag);
        this.speech = speech;
        this.prompts = Map.copyOf(prompts);
        this.hasMedia = PromptMedia.hasAny(prompts);
    }

    /** The language's BCP-47 tag, from the name of its file, in canonical form. */
    public String tag() {
        return tag;
    }

    /** The language as a Java locale. */
    public Locale locale() {
        return locale;
    }

    /** The voice for {@code <Say voice>}; empty in a bundle that is only for text messages. */
    public Optional<String> voice() {
        return speech.voice();
    }

    /** The language to speak, for {@code <Say language>}. */
    public String spokenLanguage() {
        return speech.spoken();
    }

    /** The language to recognize, for {@code <Gather language>}. */
    public String recognitionLanguage() {
        return speech.heard();
    }

    /** Whether calls play recordings instead of a voice: the language has recordings, but no {@code voice}. */
    public boolean isRecorded() {
        return speech.isRecorded();
    }

    /** Whether callers can answer in words. Not in a recorded language without {@code speechLanguage}. */
    public boolean isRecognized() {
        return speech.isRecognized();
    }

    /**
     * A prompt's recordings, to be played one after the other instead of its text: {@code welcome.audio} lists those of {@code
     * welcome}. Each is a URL, or the name of one of {@link Prompts#mediaFiles}. Empty for a prompt without recordings.
     *
     * @param values the values of the placeholders, which only recordings of the library's own sentences can have
     */
    public List<String> recordings(String key, Map<String, ?> values) {
        return media(key + PromptMedia.AUDIO, values);
    }

    private List<String> media(String key, Map<String, ?> values) {
        return hasMedia && contains(key) ? PromptMedia.urls(text(key, values)) : List.of();
    }

    /** The recordings of a prompt. */
    public List<String> recordings(String key) {
        return recordings(key, Map.of());
    }

    /** Whether a key lists recordings or pictures, not words. */
    public boolean isMedia(String key) {
        return PromptMedia.isMedia(key, prompts.keySet());
    }

    /**
     * A prompt's pictures: {@code welcome.image} lists those of {@code welcome}. Each is a URL, or the name of one of {@link
     * Prompts#mediaFiles}. Empty for a prompt without pictures.
     */
    public List<String> pictures(String key) {
        return media(key + PromptMedia.IMAGE, Map.of());
    }

    /** Whether the language is written from right to left. */
    public boolean isRightToLeft() {
        return locale.getScript().isEmpty()
                ? RIGHT_TO_LEFT.contains(locale.getLanguage())
                : RIGHT_TO_LEFT_SCRIPTS.contains(locale.getScript());
    }

    /** Whether there is a prompt with this key. */
    public boolean contains(String key) {
        return prompts.containsKey(key);
    }

    /** The keys of all prompts. */
    public Set<String> keys() {
        return new TreeSet<>(prompts.keySet());
    }

    /**
     * The names of a prompt's placeholders.
     *
     * @throws PromptException if there is no such prompt
     */
    public Set<String> placeholders(String key) {
        return new TreeSet<>(prompt(key).template().names());
    }

    /**
     * The source text of a prompt, with its placeholders in braces. Meant for display, not for sending.
     *
     * @throws PromptException if there is no such prompt
     */
    public String source(String key) {
        return prompt(key).text();
    }

    /**
     * A problem of a prompt, with its file and line.
     *
     * @throws PromptException if there is no such prompt
     */
    public Problem problem(String key, String message) {
        return prompt(key).problem(message);
    }

    /**
     * The text of a prompt, with its placeholders filled in.
     *
     * @param namesAndValues the placeholders' names and values in turn; unknown names are ignored
     * @throws PromptException if there is no such prompt, or a placeholder has no value
     */
    public String text(String key, Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new PromptException(
                    "Prompt \"" + key + "\" needs names and values in pairs; the last name has no value");
        }
        return fill(prompt(key), name -> valueOf(name, namesAndValues));
    }

    /**
     * The text of a prompt, with its placeholders filled in.
     *
     * @param values the placeholders' values by name
     * @throws PromptException if there is no such prompt, or a placeholder has no value
     */
    public String text(String key, Map<String, ?> values) {
        return fill(prompt(key), values::get);
    }

    private Prompt prompt(String key) {
        Prompt prompt = prompts.get(key);
        if (prompt == null) {
            throw new PromptException("There is no prompt \"" + key + "\" in " + tag + didYouMean(key));
        }
        return prompt;
    }

    private static String fill(Prompt prompt, Function<String, @Nullable Object> values) {
        try {
            return prompt.template().fill(name -> {
                Object value = values.apply(name);
                if (value == null) {
                    throw new PromptException(
                            "Prompt " + prompt.problem("has no value for its placeholder {" + name + "}"));
                }
                return value;
            });
        } catch (IllegalArgumentException e) {
            throw new PromptException(
                    "Prompt " + prompt.problem("got a value of the wrong type: plural needs a number, date a Date"), e);
        }
    }

    private static @Nullable Object valueOf(String wanted, Object... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (wanted.equals(namesAndValues[i])) {
                return namesAndValues[i + 1];
            }
        }
        return null;
    }

    private String didYouMean(String key) {
        List<String> near = Spelling.nearest(key, prompts.keySet());
        return near.isEmpty() ? "" : "; did you mean " + String.join(", ", near) + "?";
    }

    /** The tag. */
    @Override
    public String toString() {
        return tag;
    }
}
