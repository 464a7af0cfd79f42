package dev.parlance.twiml;

import dev.parlance.prompt.Language;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An element in which things are said to a caller: the document, and the {@link Gather} in it.
 *
 * <p>What is said carries the language in force, and the voice that the language names. {@link #switchTo} changes it
 * for all that follows in this element, not outside of it.
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
     * Says all that follows in this element in another language.
     *
     * <pre>{@code
     * VoiceTwiml.in(en).prompt("welcome").gather(g -> g.digits(1).switchTo(es).prompt("languageOption"));
     * }</pre>
     */
    public final E switchTo(Language language) {
        mustBeOpen();
        this.language = Objects.requireNonNull(language, "language");
        return self();
    }

    /**
     * Says a prompt in the language in force.
     *
     * @param namesAndValues what fills the prompt's placeholders, each name followed by its value
     * @throws TwimlException if no language is in force
     */
    public final E prompt(String key, Object... namesAndValues) {
        return say(prompted(key, namesAndValues));
    }

    /** Says this very text, in the language in force if there is one. */
    public final E say(String text) {
        Objects.requireNonNull(text, "text");
        content();
        if (language == null) {
            out.ascii("<Say>");
        } else {
            out.startTag("Say");
            Say.spokenIn(language, out);
            out.ascii(">");
        }
        out.text(text);
        out.ascii("</Say>");
        return self();
    }

    /** Says text with markup, or in a voice of its own. */
    public final E say(Consumer<? super Say> content) {
        return child(new Say(this), content);
    }

    /** Plays an audio file once. */
    public final E play(String url) {
        return child("Play", url);
    }

    /** Plays an audio file several times; 0 is without end. */
    public final E play(String url, int times) {
        return child("Play", "loop", Integer.toString(times), url);
    }

    /** Plays the tones of keys; a {@code w} is half a second of silence. */
    public final E playDigits(String digits) {
        return child("Play", "digits", digits, "");
    }

    /** Is silent for a second. */
    public final E pause() {
        return markup("<Pause/>");
    }

    /** Is silent for a number of whole seconds. */
    public final E pause(Duration length) {
        return child("Pause", "length", seconds(length, "length", "Pause"), "");
    }
}
