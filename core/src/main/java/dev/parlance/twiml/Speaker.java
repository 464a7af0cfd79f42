package dev.parlance.twiml;

import dev.parlance.prompt.Language;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An element that speaks to the caller: the document, and a {@link Gather} in it.
 *
 * <p>It speaks in the current language and that language's voice. {@link #switchTo} changes the language for the rest of
 * this element, but not outside it.
 *
 * @param <E> the element itself
 */
public abstract class Speaker<E extends Speaker<E>> extends Element<E> {
    Speaker(@Nullable Language language) {
        super(language);
    }

    Speaker(String name, Element<?> parent) {
        super(name, parent);
    }

    /**
     * Switches the rest of this element to another language.
     *
     * <pre>{@code
     * Language spanish = prompts.in("es");
     * VoiceTwiml.in(prompts.in("en")).prompt("welcome").gather(g -> g.digits(1).switchTo(spanish).prompt("languageOption"));
     * }</pre>
     */
    public final E switchTo(Language language) {
        checkOpen();
        this.language = Objects.requireNonNull(language, "language");
        return self();
    }

    /**
     * Says a prompt in the current language, or plays its recording.
     *
     * @param namesAndValues the placeholders' names and values in turn
     * @throws TwimlException if there is no current language
     */
    public final E prompt(String key, Object... namesAndValues) {
        List<String> recordings = language == null ? List.of() : language.recordings(key);
        if (recordings.isEmpty()) {
            return say(promptText(key, namesAndValues));
        }
        recordings.forEach(this::play);
        return self();
    }

    /** Says literal text, in the current language if there is one. */
    public final E say(String text) {
        Objects.requireNonNull(text, "text");
        startContent();
        if (language == null) {
            out.ascii("<Say>");
        } else {
            out.startTag("Say");
            Say.addLanguage(language, out);
            out.ascii(">");
        }
        out.text(text);
        out.ascii("</Say>");
        return self();
    }

    /** Says text with markup, or in another voice. */
    public final E say(Consumer<? super Say> content) {
        return child(new Say(this), content);
    }

    /** Plays an audio file once. */
    public final E play(String url) {
        return child("Play", url);
    }

    /** Plays an audio file several times; 0 repeats without end. */
    public final E play(String url, int times) {
        return child("Play", "loop", Integer.toString(times), url);
    }

    /** Plays the tones of keys. A {@code w} is half a second of silence. */
    public final E playDigits(String digits) {
        return child("Play", "digits", digits, "");
    }

    /** Pauses for one second. */
    public final E pause() {
        return markup("<Pause/>");
    }

    /** Pauses for a number of whole seconds. */
    public final E pause(Duration length) {
        return child("Pause", "length", seconds(length, "length", "Pause"), "");
    }
}
