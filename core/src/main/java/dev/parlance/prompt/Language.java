package dev.parlance.prompt;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Provisional: the prompts of one language, with the voice that says them. */
public final class Language {
    private final String tag;
    private final @Nullable String voice;
    private final Map<String, String> texts;

    private Language(String tag, @Nullable String voice, Map<String, String> texts) {
        this.tag = tag;
        this.voice = voice;
        this.texts = Map.copyOf(texts);
    }

    /** Provisional, until bundles can be read. */
    public static Language of(String tag, @Nullable String voice, Map<String, String> texts) {
        return new Language(tag, voice, texts);
    }

    /** The BCP-47 tag of the bundle file these prompts came from. */
    public String tag() {
        return tag;
    }

    /** The voice, as {@code <Say voice>} wants it; empty in a bundle for text messages only. */
    public Optional<String> voice() {
        return Optional.ofNullable(voice);
    }

    /** The language that {@code <Say language>} is told. */
    public String spokenLanguage() {
        return tag;
    }

    /** The language that {@code <Gather language>} listens for. */
    public String heardLanguage() {
        return tag;
    }

    /** The text of a prompt, its placeholders filled from pairs of name and value. */
    public String text(String key, Object... namesAndValues) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no prompt " + key);
        }
        for (int i = 0; i < namesAndValues.length; i += 2) {
            text = text.replace("{" + namesAndValues[i] + "}", String.valueOf(namesAndValues[i + 1]));
        }
        return text;
    }
}
