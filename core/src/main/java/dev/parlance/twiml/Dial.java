package dev.parlance.twiml;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Connects the caller to others: to the first of several numbers, clients and SIP addresses that answers, to a conference, or
 * to a queue.
 *
 * <pre>{@code
 * VoiceTwiml.create().dial(d -> d.callerId("+15005550006").number("+15005550010").client("ana"));
 * }</pre>
 */
public final class Dial extends Element<Dial> {
    Dial(Element<?> parent) {
        super("Dial", parent);
    }

    /** The URL that returns the TwiML to carry out after the dialed call. Default: the verbs after this one. */
    public Dial action(String url) {
        return put("action", url);
    }

    /** The HTTP method for the action. */
    public Dial method(HttpMethod method) {
        return put("method", method);
    }

    /** How long to ring, in whole seconds. */
    public Dial timeout(Duration ringing) {
        return put("timeout", ringing);
    }

    /** The longest call, in whole seconds. */
    public Dial timeLimit(Duration longest) {
        return put("timeLimit", longest);
    }

    /** Whether the caller can end the dialed call with the star key. */
    public Dial hangupOnStar(boolean allowed) {
        return put("hangupOnStar", allowed);
    }

    /** The caller ID that the other side sees. */
    public Dial callerId(String callerId) {
        return put("callerId", callerId);
    }

    /** Whether the caller hears ringing until the dialed call is answered. */
    public Dial answerOnBridge(boolean onBridge) {
        return put("answerOnBridge", onBridge);
    }

    /** Whether to dial several parties one after the other instead of all at once. */
    public Dial sequential(boolean sequential) {
        return put("sequential", sequential);
    }

    /** The country of the ring tone, for example {@code fr}. */
    public Dial ringTone(String country) {
        return put("ringTone", country);
    }

    /** Which part of the call to record. */
    public Dial record(CallRecording recording) {
        return put("record", recording);
    }

    /** Whether to trim silence at both ends of the recording. */
    public Dial trim(boolean trimmed) {
        return put("trim", trimmed ? "trim-silence" : "do-not-trim");
    }

    /** The URL that receives the recording's status. */
    public Dial recordingStatusCallback(String url) {
        return put("recordingStatusCallback", url);
    }

    /** The HTTP method for the recording status callback. */
    public Dial recordingStatusCallbackMethod(HttpMethod method) {
        return put("recordingStatusCallbackMethod", method);
    }

    /** The events that the recording status callback receives. */
    public Dial recordingStatusCallbackEvents(RecordingEvent... events) {
        return put("recordingStatusCallbackEvent", events);
    }

    /** Calls a phone number. */
    public Dial number(String number) {
        return child("Number", number);
    }

    /** Calls a phone number, with attributes. */
    public Dial number(String number, Consumer<? super DialNumber> attributes) {
        return child(new DialNumber(this), attributes, number);
    }

    /** Calls a browser or an app by the identity in its token. */
    public Dial client(String identity) {
        return child("Client", identity);
    }

    /** Calls a browser or an app, and passes parameters to it. */
    public Dial client(Consumer<? super DialClient> content) {
        return child(new DialClient(this), content);
    }

    /** Calls a SIP address. */
    public Dial sip(String uri) {
        return child("Sip", uri);
    }

    /** Calls a SIP address, with attributes. */
    public Dial sip(String uri, Consumer<? super DialSip> attributes) {
        return child(new DialSip(this), attributes, uri);
    }

    /** Joins the conference with this name. */
    public Dial conference(String name) {
        return child("Conference", name);
    }

    /** Joins the conference with this name, with attributes. */
    public Dial conference(String name, Consumer<? super DialConference> attributes) {
        return child(new DialConference(this), attributes, name);
    }

    /** Connects to the first caller in the queue with this name. */
    public Dial queue(String name) {
        return child("Queue", name);
    }

    /** Connects to the first caller in the queue with this name, with attributes. */
    public Dial queue(String name, Consumer<? super DialQueue> attributes) {
        return child(new DialQueue(this), attributes, name);
    }
}
