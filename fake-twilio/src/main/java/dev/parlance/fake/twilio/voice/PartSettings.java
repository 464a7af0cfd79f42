package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.voice.OutgoingCall.StatusCallback;
import dev.parlance.fake.twilio.voice.SoundListener.Track;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an application asks of a stream, a SIPREC session or a transcription.
 *
 * @param track {@code inbound_track}, {@code outbound_track} or {@code both_tracks}
 * @param url where a stream connects to
 * @param parameters the application's own parameters
 * @param options the other attributes, by their names in TwiML
 */
public record PartSettings(
        String name,
        String track,
        String url,
        Map<String, String> parameters,
        Map<String, String> options,
        StatusCallback callback) {
    /** Reads an element. Transcriptions name their callback differently. */
    static PartSettings of(Leg leg, Verb verb, String defaultTrack) {
        Map<String, String> parameters = new LinkedHashMap<>();
        verb.children().stream()
                .filter(child -> child.name().equals("Parameter"))
                .forEach(child -> parameters.put(child.attribute("name", ""), child.attribute("value", "")));
        String callback = verb.attribute("statusCallback")
                .or(() -> verb.attribute("statusCallbackUrl"))
                .map(leg::absolute)
                .orElse("");
        return new PartSettings(
                verb.attribute("name", ""),
                verb.attribute("track", defaultTrack),
                verb.attribute("url", ""),
                parameters,
                verb.attributes(),
                StatusCallback.ofTheEnd(callback, verb.method("statusCallbackMethod")));
    }

    boolean has(Track wanted) {
        return track.equals("both_tracks") || track.equals(wanted.longName());
    }

    String option(String option, String defaultValue) {
        return options.getOrDefault(option, defaultValue);
    }
}
