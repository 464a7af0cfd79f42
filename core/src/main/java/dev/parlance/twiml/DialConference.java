package dev.parlance.twiml;

/** A conference to enter. */
public final class DialConference extends Element<DialConference> {
    DialConference(Element<?> parent) {
        super("Conference", parent);
    }

    /** Whether the others cannot hear the caller. */
    public DialConference muted(boolean muted) {
        return put("muted", muted);
    }

    /** Whether a beep is heard when somebody comes or goes. */
    public DialConference beep(boolean heard) {
        return put("beep", heard);
    }

    /** A beep is heard when somebody comes. */
    public DialConference beepOnEnter() {
        return put("beep", "onEnter");
    }

    /** A beep is heard when somebody goes. */
    public DialConference beepOnExit() {
        return put("beep", "onExit");
    }

    /** Whether the conference begins when the caller enters. */
    public DialConference startConferenceOnEnter(boolean started) {
        return put("startConferenceOnEnter", started);
    }

    /** Whether the conference ends when the caller leaves. */
    public DialConference endConferenceOnExit(boolean ended) {
        return put("endConferenceOnExit", ended);
    }

    /** The URL of what is heard before the conference begins. */
    public DialConference waitUrl(String url) {
        return put("waitUrl", url);
    }

    /** How that is requested. */
    public DialConference waitMethod(HttpMethod method) {
        return put("waitMethod", method);
    }

    /** How many may be in it. */
    public DialConference maxParticipants(int most) {
        return put("maxParticipants", most);
    }

    /** Whether it is recorded. */
    public DialConference record(boolean recorded) {
        return put("record", recorded ? "record-from-start" : "do-not-record");
    }

    /** Whether silence is cut off at both ends of the recording. */
    public DialConference trim(boolean trimmed) {
        return put("trim", trimmed ? "trim-silence" : "do-not-trim");
    }

    /** Where it is mixed, such as {@code ie1}. */
    public DialConference region(String region) {
        return put("region", region);
    }

    /** The SID of the call of the only participant who is to hear the caller. */
    public DialConference coach(String callSid) {
        return put("coach", callSid);
    }

    /** A name for the caller, unique in the conference. */
    public DialConference participantLabel(String label) {
        return put("participantLabel", label);
    }

    /** The URL that is told of what happens in the conference. */
    public DialConference statusCallback(String url) {
        return put("statusCallback", url);
    }

    /** How the status callback is requested. */
    public DialConference statusCallbackMethod(HttpMethod method) {
        return put("statusCallbackMethod", method);
    }

    /** What the status callback is told of, such as {@code start}, {@code join}, {@code leave}. */
    public DialConference statusCallbackEvents(String... events) {
        return put("statusCallbackEvent", String.join(" ", events));
    }

    /** The URL that is told of the recording's state. */
    public DialConference recordingStatusCallback(String url) {
        return put("recordingStatusCallback", url);
    }

    /** How that callback is requested. */
    public DialConference recordingStatusCallbackMethod(HttpMethod method) {
        return put("recordingStatusCallbackMethod", method);
    }

    /** What that callback is told of. */
    public DialConference recordingStatusCallbackEvents(RecordingEvent... events) {
        return put("recordingStatusCallbackEvent", events);
    }
}
