package dev.parlance.twiml;

/** A conference to join. */
public final class DialConference extends Element<DialConference> {
    DialConference(Element<?> parent) {
        super("Conference", parent);
    }

    /** Whether the other participants can't hear the caller. */
    public DialConference muted(boolean muted) {
        return put("muted", muted);
    }

    /** Whether to beep when someone joins or leaves. */
    public DialConference beep(boolean heard) {
        return put("beep", heard);
    }

    /** Beeps when someone joins. */
    public DialConference beepOnEnter() {
        return put("beep", "onEnter");
    }

    /** Beeps when someone leaves. */
    public DialConference beepOnExit() {
        return put("beep", "onExit");
    }

    /** Whether the conference starts when the caller joins. */
    public DialConference startConferenceOnEnter(boolean started) {
        return put("startConferenceOnEnter", started);
    }

    /** Whether the conference ends when the caller leaves. */
    public DialConference endConferenceOnExit(boolean ended) {
        return put("endConferenceOnExit", ended);
    }

    /** The URL of the TwiML or audio to play until the conference starts. */
    public DialConference waitUrl(String url) {
        return put("waitUrl", url);
    }

    /** The HTTP method for {@link #waitUrl}. */
    public DialConference waitMethod(HttpMethod method) {
        return put("waitMethod", method);
    }

    /** The maximum number of participants. */
    public DialConference maxParticipants(int most) {
        return put("maxParticipants", most);
    }

    /** Whether to record the conference. */
    public DialConference record(boolean recorded) {
        return put("record", recorded ? "record-from-start" : "do-not-record");
    }

    /** Whether to trim silence at both ends of the recording. */
    public DialConference trim(boolean trimmed) {
        return put("trim", trimmed ? "trim-silence" : "do-not-trim");
    }

    /** The region that mixes the audio, for example {@code ie1}. */
    public DialConference region(String region) {
        return put("region", region);
    }

    /** The call SID of the only participant who hears the caller. */
    public DialConference coach(String callSid) {
        return put("coach", callSid);
    }

    /** A name for the caller, unique in the conference. */
    public DialConference participantLabel(String label) {
        return put("participantLabel", label);
    }

    /** The URL that receives the conference's events. */
    public DialConference statusCallback(String url) {
        return put("statusCallback", url);
    }

    /** The HTTP method for the status callback. */
    public DialConference statusCallbackMethod(HttpMethod method) {
        return put("statusCallbackMethod", method);
    }

    /** The events that the status callback receives, for example {@code start}, {@code join}, {@code leave}. */
    public DialConference statusCallbackEvents(String... events) {
        return put("statusCallbackEvent", String.join(" ", events));
    }

    /** The URL that receives the recording's status. */
    public DialConference recordingStatusCallback(String url) {
        return put("recordingStatusCallback", url);
    }

    /** The HTTP method for the recording status callback. */
    public DialConference recordingStatusCallbackMethod(HttpMethod method) {
        return put("recordingStatusCallbackMethod", method);
    }

    /** The events that the recording status callback receives. */
    public DialConference recordingStatusCallbackEvents(RecordingEvent... events) {
        return put("recordingStatusCallbackEvent", events);
    }
}
