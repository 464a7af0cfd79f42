package dev.parlance.twiml;

import dev.parlance.prompt.Language;
import java.time.Duration;

/**
 * Waits for the caller to press keys or speak, while saying something.
 *
 * <pre>{@code
 * VoiceTwiml.in(prompts.in("fr")).gather(g -> g.action("/answer").digits(1).speech().prompt("question.rate"));
 * }</pre>
 *
 * <p>Choose the input with {@link #keys}, {@link #digits} and {@link #speech}. Default: keys. The language of speech
 * recognition is {@link #language}; by default, the current language of the first words said here. Set attributes before
 * those words.
 */
public final class Gather extends Speaker<Gather> {
    private boolean keys;
    private boolean speech;

    Gather(Element<?> parent) {
        super("Gather", parent);
    }

    /** Accepts any number of keys, until the finishing key or a pause. */
    public Gather keys() {
        checkBeforeContent("input");
        keys = true;
        return this;
    }

    /** Accepts this many keys, and finishes with the last. */
    public Gather digits(int count) {
        put("numDigits", count);
        keys = true;
        return this;
    }

    /** Accepts speech. */
    public Gather speech() {
        checkBeforeContent("input");
        speech = true;
        return this;
    }

    /** The URL that receives the input. Default: the URL of this document. */
    public Gather action(String url) {
        return put("action", url);
    }

    /** The HTTP method for the action. */
    public Gather method(HttpMethod method) {
        return put("method", method);
    }

    /** How long to wait for the next key, or for speech to start, in whole seconds. */
    public Gather timeout(Duration timeout) {
        return put("timeout", timeout);
    }

    /** The silence that ends the speech, in whole seconds. */
    public Gather speechTimeout(Duration silence) {
        return put("speechTimeout", silence);
    }

    /** Lets Twilio detect the end of the speech. */
    public Gather speechTimeoutAuto() {
        return put("speechTimeout", "auto");
    }

    /** The longest speech, in whole seconds. */
    public Gather maxSpeechTime(Duration longest) {
        return put("maxSpeechTime", longest);
    }

    /** The key that ends the input; empty for none. */
    public Gather finishOnKey(String key) {
        return put("finishOnKey", key);
    }

    /** The language to recognize, for example {@code fr-FR}. Default: the current language. */
    public Gather language(String tag) {
        return put("language", tag);
    }

    /** Words and phrases that the caller is likely to say. */
    public Gather hints(String... phrases) {
        return put("hints", String.join(",", phrases));
    }

    /** Twilio's speech model, for example {@code phone_call}. */
    public Gather speechModel(String model) {
        return put("speechModel", model);
    }

    /** Whether to use the enhanced variant of the model, which is better and costs more. */
    public Gather enhanced(boolean enhanced) {
        return put("enhanced", enhanced);
    }

    /** Whether to mask swear words. */
    public Gather profanityFilter(boolean filtered) {
        return put("profanityFilter", filtered);
    }

    /** Whether the caller can interrupt the prompt. */
    public Gather bargeIn(boolean allowed) {
        return put("bargeIn", allowed);
    }

    /** Whether to request the action even if there was no input. */
    public Gather actionOnEmptyResult(boolean requested) {
        return put("actionOnEmptyResult", requested);
    }

    /** The URL that receives partial speech results. */
    public Gather partialResultCallback(String url) {
        return put("partialResultCallback", url);
    }

    /** The HTTP method for the partial result callback. */
    public Gather partialResultCallbackMethod(HttpMethod method) {
        return put("partialResultCallbackMethod", method);
    }

    @Override
    void addDerivedAttributes() {
        if (keys || speech) {
            put("input", keys && speech ? "dtmf speech" : keys ? "dtmf" : "speech");
        }
        Language heard = language;
        if (heard != null && heard.isRecognized() && !out.has("language")) {
            put("language", heard.recognitionLanguage());
        }
    }
}
