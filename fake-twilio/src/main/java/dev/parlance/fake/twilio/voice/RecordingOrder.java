package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.voice.OutgoingCall.StatusCallback;

/**
 * What to record, and whom to notify.
 *
 * @param source who asked for the recording, as Twilio names it: {@code DialVerb}, {@code OutboundAPI} …
 * @param track {@code both}, {@code inbound} or {@code outbound}
 */
public record RecordingOrder(String source, int channels, String track, StatusCallback callback) {}
