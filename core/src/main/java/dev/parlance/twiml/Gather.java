package dev.parlance.twiml;

import dev.parlance.prompt.Language;
import java.time.Duration;

/**
 * Waits for the caller to press keys or to speak, while it says something.
 *
 * <pre>{@code
 * VoiceTwiml.in(french).gather(g -> g.action("/answer").digits(1).speech().prompt("question.rate"));
 * }</pre>
 *
 * <p>What is listened for is named by {@link #keys}, {@link #digits} and {@link #speech}; with none of them Twilio
 * takes keys. Unless {@link #language} says otherwise, it listens in the language in force when its first words are
 * said. Attributes have to be named before them.
 */
public final class Gather extends Speaker<Gather> {
    private boolean keys;
    private boolean speech;

    Gather(Element<?> parent) {
        super("Gather", parent);
    }

    /** Takes any number of keys, until the finishing key or a pause. */
    public Gather keys() {
        beforeContent("input");
        keys = true;
        return this;
    }

    /** Takes this many keys, and is done with the last. */
    public Gather digits(int count) {
        put("numDigits", count);
        keys = true;
        return this;
    }

    /** Takes speech. */
    public Gather speech() {
        beforeContent("input");
        speech = true;
        return this;
    }

    /** The URL that is given the answer; by default that of this document. */
    public Gather action(String url) {
        return put("action", url);
    }

    /** How the action is requested. */
    public Gather method(HttpMethod method) {
        return put("method", method);
    }

    /** How long to wait for the next key, or for speech to begin; whole seconds. */
    public Gather timeout(Duration timeout) {
        return put("timeout", timeout);
    }

    /** The silence after which speech is at its end; whole seconds. */
    public Gather speechTimeout(Duration silence) {
        return put("speechTimeout", silence);
    }

    /** Leaves it to Twilio to notice when speech is at its end. */
    public Gather speechTimeoutAuto() {
        return put("speechTimeout", "auto");
    }

    /** The longest speech; whole seconds. */
    public Gather maxSpeechTime(Duration longest) {
        return put("maxSpeechTime", longest);
    }

    /** The key that ends the input; empty for none. */
    public Gather finishOnKey(String key) {
        return put("finishOnKey", key);
    }

    /** The language listened for, such as {@code fr-FR}, where it is not the one in force. */
    public Gather language(String tag) {
        return put("language", tag);
    }

    /** Words and phrases that are likely to be heard. */
    public Gather hints(String... phrases) {
        return put("hints", String.join(",", phrases));
    }

    /** Twilio's model of speech, such as {@code phone_call}. */
    public Gather speechModel(String model) {
        return put("speechModel", model);
    }

    /** Whether to use the better and dearer variant of the model. */
    public Gather enhanced(boolean enhanced) {
        return put("enhanced", enhanced);
    }

    /** Whether swear words are masked. */
    public Gather profanityFilter(boolean filtered) {
        return put("profanityFilter", filtered);
    }

    /** Whether the caller can interrupt what is said. */
    public Gather bargeIn(boolean allowed) {
        return put("bargeIn", allowed);
    }

    /** Whether the action is requested when nothing was heard or pressed, too. */
    public Gather actionOnEmptyResult(boolean requested) {
        return put("actionOnEmptyResult", requested);
    }

    /** The URL that is told of speech while it is being heard. */
    public Gather partialResultCallback(String url) {
        return put("partialResultCallback", url);
    }

    /** How the callback for partial results is requested. */
    public Gather partialResultCallbackMethod(HttpMethod method) {
        return put("partialResultCallbackMethod", method);
    }

    @Override
    void lastAttributes() {
        if (keys || speech) {
            put("input", keys && speech ? "dtmf speech" : keys ? "dtmf" : "speech");
        }
        Language heard = language;
        if (heard != null && !out.has("language")) {
            put("language", heard.heardLanguage());
        }
    }
}
