package dev.parlance.twiml;

import dev.parlance.prompt.Language;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What happens on a call: the verbs are carried out one after the other, and the call ends after the last.
 *
 * <pre>{@code
 * String xml = VoiceTwiml.in(french)
 *         .prompt("welcome")
 *         .gather(g -> g.action("/answer").digits(1).speech().prompt("question.rate", "name", "Ana"))
 *         .redirect("/again")
 *         .toXml();
 * }</pre>
 *
 * <p>A verb of Twilio's that has no method here is written with {@link #element element}, an attribute with
 * {@link #attribute attribute}, and what Twilio's own library made is taken in by {@link #embed embed}.
 */
public final class VoiceTwiml extends Speaker<VoiceTwiml> implements Twiml {
    private VoiceTwiml(@Nullable Language language) {
        super(language);
    }

    /** An empty document without a language: Twilio chooses language and voice of what it says. */
    public static VoiceTwiml create() {
        return new VoiceTwiml(null);
    }

    /**
     * An empty document in which prompts are said in this language. Being static, this begins a new document
     * always; inside a document, {@link #switchTo} changes the language.
     */
    public static VoiceTwiml in(Language language) {
        return new VoiceTwiml(language);
    }

    /** Waits for keys or speech of the caller. */
    public VoiceTwiml gather(Consumer<? super Gather> content) {
        return child(new Gather(this), content);
    }

    /** Records what the caller says, with Twilio's defaults. */
    public VoiceTwiml record() {
        return markup("<Record/>");
    }

    /** Records what the caller says. */
    public VoiceTwiml record(Consumer<? super RecordVerb> content) {
        return child(new RecordVerb(this), content);
    }

    /** Connects the caller to a phone number. */
    public VoiceTwiml dial(String number) {
        return child("Dial", number);
    }

    /** Connects the caller to one or several others. */
    public VoiceTwiml dial(Consumer<? super Dial> content) {
        return child(new Dial(this), content);
    }

    /** Puts the caller into a queue. */
    public VoiceTwiml enqueue(String queue) {
        return child("Enqueue", queue);
    }

    /** Puts the caller into a queue, or into a workflow of TaskRouter. */
    public VoiceTwiml enqueue(Consumer<? super Enqueue> content) {
        return child(new Enqueue(this), content);
    }

    /** Leaves the queue in which the caller waits. */
    public VoiceTwiml leave() {
        return markup("<Leave/>");
    }

    /** Ends the call. */
    public VoiceTwiml hangup() {
        return markup("<Hangup/>");
    }

    /** Declines the call without answering it, as a number out of service. */
    public VoiceTwiml reject() {
        return markup("<Reject/>");
    }

    /** Declines the call without answering it, as a busy line. */
    public VoiceTwiml rejectAsBusy() {
        return markup("<Reject reason=\"busy\"/>");
    }

    /** Goes on with the document that a POST of this URL answers with. */
    public VoiceTwiml redirect(String url) {
        return child("Redirect", url);
    }

    /** Goes on with the document that this URL answers with. */
    public VoiceTwiml redirect(HttpMethod method, String url) {
        return child("Redirect", "method", method.name(), url);
    }

    /** Hands the call's audio over until the other side ends it. */
    public VoiceTwiml connect(Consumer<? super Connect> content) {
        return child(new Connect(this), content);
    }

    /** Begins something that runs beside the call, such as a stream of its audio. */
    public VoiceTwiml start(Consumer<? super Start> content) {
        return child(new Start(this), content);
    }

    /** Ends what {@link #start} began. */
    public VoiceTwiml stop(Consumer<? super Stop> content) {
        return child(new Stop(this), content);
    }

    @Override
    public byte[] toBytes() {
        return render();
    }
}
