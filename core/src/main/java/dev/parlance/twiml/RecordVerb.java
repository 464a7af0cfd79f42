package dev.parlance.twiml;

import java.time.Duration;

/** Records what the caller says: Twilio's {@code <Record>}, under a name that Java has left free. */
public final class RecordVerb extends Element<RecordVerb> {
    RecordVerb(Element<?> parent) {
        super("Record", parent);
    }

    /** The URL that is told when the recording ends; by default that of this document. */
    public RecordVerb action(String url) {
        return put("action", url);
    }

    /** How the action is requested. */
    public RecordVerb method(HttpMethod method) {
        return put("method", method);
    }

    /** The silence that ends the recording; whole seconds. */
    public RecordVerb timeout(Duration silence) {
        return put("timeout", silence);
    }

    /** The keys of which any ends the recording; empty for none. */
    public RecordVerb finishOnKey(String keys) {
        return put("finishOnKey", keys);
    }

    /** The longest recording; whole seconds. */
    public RecordVerb maxLength(Duration longest) {
        return put("maxLength", longest);
    }

    /** Whether a beep tells that the recording begins. */
    public RecordVerb playBeep(boolean played) {
        return put("playBeep", played);
    }

    /** Whether silence is cut off at both ends. */
    public RecordVerb trim(boolean trimmed) {
        return put("trim", trimmed ? "trim-silence" : "do-not-trim");
    }

    /** Whether the recording is transcribed. */
    public RecordVerb transcribe(boolean transcribed) {
        return put("transcribe", transcribed);
    }

    /** The URL that is given the transcription. */
    public RecordVerb transcribeCallback(String url) {
        return put("transcribeCallback", url);
    }

    /** The URL that is told of the recording's state. */
    public RecordVerb recordingStatusCallback(String url) {
        return put("recordingStatusCallback", url);
    }

    /** How the status callback is requested. */
    public RecordVerb recordingStatusCallbackMethod(HttpMethod method) {
        return put("recordingStatusCallbackMethod", method);
    }

    /** What the status callback is told of. */
    public RecordVerb recordingStatusCallbackEvents(RecordingEvent... events) {
        return put("recordingStatusCallbackEvent", events);
    }
}
