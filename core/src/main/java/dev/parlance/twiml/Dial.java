package dev.parlance.twiml;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Connects the caller to others: the first of several numbers, clients and SIP addresses to answer, or a conference,
 * or a queue.
 *
 * <pre>{@code
 * VoiceTwiml.create().dial(d -> d.callerId("+15005550006").number("+15005550010").client("ana"));
 * }</pre>
 */
public final class Dial extends Element<Dial> {
    Dial(Element<?> parent) {
        super("Dial", parent);
    }

    /** The URL that answers what happens after the dialled call; without one, the caller's verbs go on. */
    public Dial action(String url) {
        return put("action", url);
    }

    /** How the action is requested. */
    public Dial method(HttpMethod method) {
        return put("method", method);
    }

    /** How long it may ring; whole seconds. */
    public Dial timeout(Duration ringing) {
        return put("timeout", ringing);
    }

    /** The longest call; whole seconds. */
    public Dial timeLimit(Duration longest) {
        return put("timeLimit", longest);
    }

    /** Whether the caller can end the dialled call by the star key. */
    public Dial hangupOnStar(boolean allowed) {
        return put("hangupOnStar", allowed);
    }

    /** The number that those called are shown. */
    public Dial callerId(String callerId) {
        return put("callerId", callerId);
    }

    /** Whether the caller's line is answered only when the dialled call is. */
    public Dial answerOnBridge(boolean onBridge) {
        return put("answerOnBridge", onBridge);
    }

    /** Whether several are dialled one after the other instead of all at once. */
    public Dial sequential(boolean sequential) {
        return put("sequential", sequential);
    }

    /** The country whose ring tone is heard, such as {@code fr}. */
    public Dial ringTone(String country) {
        return put("ringTone", country);
    }

    /** What is recorded. */
    public Dial record(CallRecording recording) {
        return put("record", recording);
    }

    /** Whether silence is cut off at both ends of the recording. */
    public Dial trim(boolean trimmed) {
        return put("trim", trimmed ? "trim-silence" : "do-not-trim");
    }

    /** The URL that is told of the recording's state. */
    public Dial recordingStatusCallback(String url) {
        return put("recordingStatusCallback", url);
    }

    /** How the status callback is requested. */
    public Dial recordingStatusCallbackMethod(HttpMethod method) {
        return put("recordingStatusCallbackMethod", method);
    }

    /** What the status callback is told of. */
    public Dial recordingStatusCallbackEvents(RecordingEvent... events) {
        return put("recordingStatusCallbackEvent", events);
    }

    /** Calls a phone number. */
    public Dial number(String number) {
        return child("Number", number);
    }

    /** Calls a phone number. */
    public Dial number(String number, Consumer<? super DialNumber> attributes) {
        return child(new DialNumber(this), attributes, number);
    }

    /** Calls a browser or an app, by the identity in its token. */
    public Dial client(String identity) {
        return child("Client", identity);
    }

    /** Calls a browser or an app, and hands parameters on to it. */
    public Dial client(Consumer<? super DialClient> content) {
        return child(new DialClient(this), content);
    }

    /** Calls a SIP address. */
    public Dial sip(String uri) {
        return child("Sip", uri);
    }

    /** Calls a SIP address. */
    public Dial sip(String uri, Consumer<? super DialSip> attributes) {
        return child(new DialSip(this), attributes, uri);
    }

    /** Enters the conference of this name. */
    public Dial conference(String name) {
        return child("Conference", name);
    }

    /** Enters the conference of this name. */
    public Dial conference(String name, Consumer<? super DialConference> attributes) {
        return child(new DialConference(this), attributes, name);
    }

    /** Takes the first caller out of the queue of this name. */
    public Dial queue(String name) {
        return child("Queue", name);
    }

    /** Takes the first caller out of the queue of this name. */
    public Dial queue(String name, Consumer<? super DialQueue> attributes) {
        return child(new DialQueue(this), attributes, name);
    }
}
