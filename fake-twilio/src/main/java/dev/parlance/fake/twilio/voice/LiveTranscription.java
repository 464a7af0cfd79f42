package dev.parlance.fake.twilio.voice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.fake.twilio.world.Resource;

/** Sends what is said on a call to the application, sentence by sentence, until it is stopped. */
final class LiveTranscription implements SoundListener {
    private static final double UNSURE = 0.5;

    private final CallPart part;
    private final PartSettings settings;

    LiveTranscription(Leg leg, Resource resource, PartSettings settings) {
        this.settings = settings;
        this.part = new CallPart(
                leg,
                CallPart.Kind.TRANSCRIPTION,
                resource,
                settings,
                () -> leg.sounds().remove(this));
    }

    void start() {
        part.started(
                "LanguageCode",
                language(),
                "Track",
                settings.track(),
                "InboundTrackLabel",
                settings.option("inboundTrackLabel", ""),
                "OutboundTrackLabel",
                settings.option("outboundTrackLabel", ""),
                "PartialResults",
                Boolean.toString(sendsPartialResults()));
        part.leg().sounds().add(this);
    }

    void stop() {
        part.stop();
    }

    private boolean sendsPartialResults() {
        return Boolean.parseBoolean(settings.option("partialResults", "false"));
    }

    private String language() {
        return settings.option("languageCode", "en-US");
    }

    @Override
    public void said(Track track, String text, double confidence) {
        if (!settings.has(track)) {
            return;
        }
        int space = text.indexOf(' ');
        if (sendsPartialResults() && space > 0) {
            send(track, text.substring(0, space), UNSURE, false);
        }
        send(track, text, confidence, true);
    }

    private void send(Track track, String text, double confidence, boolean isFinal) {
        String data = JsonNodeFactory.instance
                .objectNode()
                .put("transcript", text)
                .put("confidence", confidence)
                .toString();
        part.send(
                "content",
                "Final",
                Boolean.toString(isFinal),
                "LanguageCode",
                language(),
                "Track",
                track.longName(),
                "TranscriptionData",
                data);
    }
}
