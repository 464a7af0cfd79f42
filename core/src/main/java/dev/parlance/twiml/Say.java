package dev.parlance.twiml;

import dev.parlance.prompt.Language;
import java.util.Objects;
import java.util.Optional;

/**
 * Says text, which can contain SSML. Default: the current language and its voice. If you set a language but no voice,
 * Twilio chooses the voice.
 */
public final class Say extends SpokenText<Say> {
    Say(Element<?> parent) {
        super("Say", parent);
    }

    /** The language to speak, for example {@code fr-FR}. */
    public Say language(String tag) {
        return put("language", tag);
    }

    /** The voice to use, for example {@code Polly.Lea}. */
    public Say voice(String voice) {
        return put("voice", voice);
    }

    /** How many times to say it; 0 repeats without end. */
    public Say loop(int times) {
        return put("loop", times);
    }

    /**
     * Adds a prompt in the current language.
     *
     * @param namesAndValues the placeholders' names and values in turn
     */
    public Say prompt(String key, Object... namesAndValues) {
        return text(promptText(key, namesAndValues));
    }

    @Override
    void addDerivedAttributes() {
        Language spoken = language;
        if (spoken != null && !out.has("language")) {
            addLanguage(spoken, out);
        }
    }

    /** Adds the language, and its voice unless a voice is set. */
    static void addLanguage(Language language, XmlWriter out) {
        String tag = Objects.requireNonNull(language.spokenLanguage());
        Optional<String> voice = language.voice();
        out.attributeOnce("language", tag);
        if (voice.isPresent() && !out.has("voice")) {
            out.attributeOnce("voice", voice.get());
        }
    }
}
