package dev.parlance.twiml;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Text with speech markup (SSML), in the order in which the caller hears it.
 *
 * <pre>{@code
 * VoiceTwiml.create()
 *         .say(s -> s.text("Your code is ").sayAs("digits", "123").breakFor(Duration.ofMillis(500)).text("Goodbye"));
 * }</pre>
 *
 * @param <E> the element itself
 */
public abstract class SpokenText<E extends SpokenText<E>> extends Element<E> {
    SpokenText(String name, Element<?> parent) {
        super(name, parent);
    }

    /** Adds text. */
    public final E text(String text) {
        return addText(text);
    }

    /** Adds a pause, to the millisecond. */
    public final E breakFor(Duration silence) {
        if (silence.isNegative()) {
            throw new TwimlException("A break in " + this + " cannot last " + silence);
        }
        return child("break", "time", silence.toMillis() + "ms", "");
    }

    /** Adds a pause of a given strength, for example {@code x-strong}. */
    public final E breakOf(String strength) {
        return child("break", "strength", strength, "");
    }

    /** Adds text with emphasis: {@code strong}, {@code moderate} or {@code reduced}. */
    public final E emphasis(String level, String text) {
        return child("emphasis", "level", level, text);
    }

    /** Adds a span with emphasis: {@code strong}, {@code moderate} or {@code reduced}. */
    public final E emphasis(String level, Consumer<? super Span> content) {
        return span("emphasis", span -> content.accept(span.put("level", level)));
    }

    /** Adds words in another language, spoken by the same voice. */
    public final E lang(String tag, String text) {
        return child("lang", "xml:lang", tag, text);
    }

    /** Adds a span in another language, spoken by the same voice. */
    public final E lang(String tag, Consumer<? super Span> content) {
        return span("lang", span -> content.accept(span.put("xml:lang", tag)));
    }

    /** Adds a paragraph. */
    public final E paragraph(String text) {
        return child("p", text);
    }

    /** Adds a paragraph. */
    public final E paragraph(Consumer<? super Span> content) {
        return span("p", content);
    }

    /** Adds a sentence. */
    public final E sentence(String text) {
        return child("s", text);
    }

    /** Adds a sentence. */
    public final E sentence(Consumer<? super Span> content) {
        return span("s", content);
    }

    /** Adds text with a pronunciation in an alphabet, {@code ipa} or {@code x-sampa}. */
    public final E phoneme(String alphabet, String phonemes, String text) {
        return span(
                "phoneme",
                span -> span.put("alphabet", alphabet).put("ph", phonemes).text(text));
    }

    /** Adds a span with a different volume, rate or pitch. */
    public final E prosody(Consumer<? super Prosody> content) {
        return child(new Prosody(this), content);
    }

    /** Adds text that is read as a date, as digits, as a telephone number and so on. */
    public final E sayAs(String kind, String text) {
        return span("say-as", span -> span.put("interpret-as", kind).text(text));
    }

    /** Adds text that is read in a given format, for example {@code date} and {@code mdy}. */
    public final E sayAs(String kind, String format, String text) {
        return span(
                "say-as",
                span -> span.put("interpret-as", kind).put("format", format).text(text));
    }

    /** Adds text that is replaced by another when spoken. */
    public final E sub(String heard, String text) {
        return child("sub", "alias", heard, text);
    }

    /** Adds a word with its part of speech, for example {@code amazon:VB} for a verb. */
    public final E word(String role, String text) {
        return child("w", "role", role, text);
    }

    private E span(String name, Consumer<? super Span> content) {
        return child(new Span(name, this), content);
    }
}
