package dev.parlance.twiml;

import java.time.Duration;

/** Records the caller: Twilio's {@code <Record>}. Its name avoids a clash with {@link java.lang.Record}. */
public final class RecordVerb extends Element<RecordVerb> {
    RecordVerb(Element<?> parent) {
        super("Record", parent);
    }

    /** The URL that Twilio requests when the recording ends. Default: the URL of this document. */
    public RecordVerb action(String url) {
        return put("action", url);
    }

    /** The HTTP method for the action. */
    public RecordVerb method(HttpMethod method) {
        return put("method", method);
    }

    /** The silence that ends the recording, in whole seconds. */
    public RecordVerb timeout(Duration silence) {
        return put("timeout", silence);
    }

    /** The keys that end the recording; empty for none. */
    public RecordVerb finishOnKey(String keys) {
        return put("finishOnKey", keys);
    }

    /** The longest recording, in whole seconds. */
    public RecordVerb maxLength(Duration longest) {
        return put("maxLength", longest);
    }

    /** Whether to beep when the recording starts. */
    public RecordVerb playBeep(boolean played) {
        return put("playBeep", played);
    }

    /** Whether to trim silence at both ends. */
    public RecordVerb trim(boolean trimmed) {
        return put("trim", trimmed ? "trim-silence" : "do-not-trim");
    }

    /** Whether to transcribe the recording. */
    public RecordVerb transcribe(boolean transcribed) {
        return put("transcribe", transcribed);
    }

    /** The URL that receives the transcription. */
    public RecordVerb transcribeCallback(String url) {
        return put("transcribeCallback", url);
    }

    /** The URL that receives the recording's status. */
    public RecordVerb recordingStatusCallback(String url) {
        return put("recordingStatusCallback", url);
    }

    /** The HTTP method for the recording status callback. */
    public RecordVerb recordingStatusCallbackMethod(HttpMethod method) {
        return put("recordingStatusCallbackMethod", method);
    }

    /** The events that the recording status callback receives. */
    public RecordVerb recordingStatusCallbackEvents(RecordingEvent... events) {
        return put("recordingStatusCallbackEvent", events);
    }
}
