package dev.parlance.twiml;

import dev.parlance.prompt.Language;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What happens on a call: Twilio carries out the verbs in order, and the call ends after the last.
 *
 * <pre>{@code
 * String xml = VoiceTwiml.in(prompts.in("fr"))
 *         .prompt("welcome")
 *         .gather(g -> g.action("/answer").digits(1).speech().prompt("question.rate", "name", "Ana"))
 *         .redirect("/again")
 *         .toXml();
 * }</pre>
 *
 * <p>For a verb without a method here, use {@link #element element}; for an attribute, {@link #attribute attribute}. To include
 * XML from Twilio's own library, use {@link #embed embed}.
 */
public final class VoiceTwiml extends Speaker<VoiceTwiml> implements Twiml {
    private VoiceTwiml(@Nullable Language language) {
        super(language);
    }

    /** An empty document without a language. Twilio chooses the language and the voice. */
    public static VoiceTwiml create() {
        return new VoiceTwiml(null);
    }

    /**
     * An empty document whose prompts are spoken in this language. Always creates a new document; to change the language of
     * a document, use {@link #switchTo}.
     */
    public static VoiceTwiml in(Language language) {
        return new VoiceTwiml(language);
    }

    /** Waits for the caller to press keys or speak. */
    public VoiceTwiml gather(Consumer<? super Gather> content) {
        return child(new Gather(this), content);
    }

    /** Records the caller, with Twilio's defaults. */
    public VoiceTwiml record() {
        return markup("<Record/>");
    }

    /** Records the caller. */
    public VoiceTwiml record(Consumer<? super RecordVerb> content) {
        return child(new RecordVerb(this), content);
    }

    /** Connects the caller to a phone number. */
    public VoiceTwiml dial(String number) {
        return child("Dial", number);
    }

    /** Connects the caller to one or more others. */
    public VoiceTwiml dial(Consumer<? super Dial> content) {
        return child(new Dial(this), content);
    }

    /** Puts the caller into a queue. */
    public VoiceTwiml enqueue(String queue) {
        return child("Enqueue", queue);
    }

    /** Puts the caller into a queue, or into a TaskRouter workflow. */
    public VoiceTwiml enqueue(Consumer<? super Enqueue> content) {
        return child(new Enqueue(this), content);
    }

    /** Removes the caller from the queue they are waiting in. */
    public VoiceTwiml leave() {
        return markup("<Leave/>");
    }

    /** Ends the call. */
    public VoiceTwiml hangup() {
        return markup("<Hangup/>");
    }

    /** Rejects the call without answering it, as if the number were out of service. */
    public VoiceTwiml reject() {
        return markup("<Reject/>");
    }

    /** Rejects the call without answering it, as if the line were busy. */
    public VoiceTwiml rejectAsBusy() {
        return markup("<Reject reason=\"busy\"/>");
    }

    /** Continues with the document that this URL returns to a POST. */
    public VoiceTwiml redirect(String url) {
        return child("Redirect", url);
    }

    /** Continues with the document that this URL returns. */
    public VoiceTwiml redirect(HttpMethod method, String url) {
        return child("Redirect", "method", method.name(), url);
    }

    /** Hands the call's audio over, until the other side ends it. */
    public VoiceTwiml connect(Consumer<? super Connect> content) {
        return child(new Connect(this), content);
    }

    /** Starts something that runs during the call, for example a stream of its audio. */
    public VoiceTwiml start(Consumer<? super Start> content) {
        return child(new Start(this), content);
    }

    /** Stops what {@link #start} started. */
    public VoiceTwiml stop(Consumer<? super Stop> content) {
        return child(new Stop(this), content);
    }

    @Override
    public byte[] toBytes() {
        return render();
    }
}
