package dev.parlance.twiml;

import dev.parlance.prompt.Language;
import java.util.Objects;
import java.util.Optional;

/**
 * Says text, which can hold speech markup. Language and voice are those in force unless named here; where a language
 * is named and no voice, Twilio chooses the voice.
 */
public final class Say extends SpokenText<Say> {
    Say(Element<?> parent) {
        super("Say", parent);
    }

    /** The language to speak, such as {@code fr-FR}. */
    public Say language(String tag) {
        return put("language", tag);
    }

    /** The voice to speak in, such as {@code Polly.Lea}. */
    public Say voice(String voice) {
        return put("voice", voice);
    }

    /** How often to say it; 0 is without end. */
    public Say loop(int times) {
        return put("loop", times);
    }

    /**
     * Adds a prompt in the language in force.
     *
     * @param namesAndValues what fills the prompt's placeholders, each name followed by its value
     */
    public Say prompt(String key, Object... namesAndValues) {
        return text(prompted(key, namesAndValues));
    }

    @Override
    void lastAttributes() {
        Language spoken = language;
        if (spoken != null && !out.has("language")) {
            spokenIn(spoken, out);
        }
    }

    /** Names the language, and its voice where no voice is named. */
    static void spokenIn(Language language, XmlWriter out) {
        String tag = Objects.requireNonNull(language.spokenLanguage());
        Optional<String> voice = language.voice();
        out.attributeOnce("language", tag);
        if (voice.isPresent() && !out.has("voice")) {
            out.attributeOnce("voice", voice.get());
        }
    }
}
