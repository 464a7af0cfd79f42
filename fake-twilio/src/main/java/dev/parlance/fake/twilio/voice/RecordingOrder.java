package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.voice.OutgoingCall.StatusCallback;

/**
 * What to record, and whom to notify.
 *
 * @param source who asked for the recording, as Twilio names it: {@code DialVerb}, {@code OutboundAPI} …
 * @param track {@code both}, {@code inbound} or {@code outbound}
 * @param trims whether the silence at the start and the end is left out
 */
public record RecordingOrder(String source, int channels, String track, boolean trims, StatusCallback callback) {
    /** What asks for trimming, in the API and in TwiML. */
    public static final String TRIM_SILENCE = "trim-silence";
}
