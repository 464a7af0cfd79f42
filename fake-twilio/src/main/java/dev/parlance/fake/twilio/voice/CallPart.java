package dev.parlance.fake.twilio.voice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.fake.twilio.voice.OutgoingCall.StatusCallback;
import dev.parlance.fake.twilio.world.Dates;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.webhook.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Something that the API runs beside a call's document, until the call ends. It only sends its status callbacks. */
public final class CallPart {
    private final Leg leg;
    private final Kind kind;
    private final Resource resource;
    private final StatusCallback callback;
    private int sent;

    /** The kinds of parts. */
    public enum Kind {
        STREAM("Streams", "MZ", "Stream", "stream"),
        SIPREC("Siprec", "SR", "Stream", "stream"),
        TRANSCRIPTION("Transcriptions", "GT", "Transcription", "transcription");

        private final String path;
        private final String prefix;
        private final String parameters;
        private final String events;

        Kind(String path, String prefix, String parameters, String events) {
            this.path = path;
            this.prefix = prefix;
            this.parameters = parameters;
            this.events = events;
        }

        /** The end of its path below a call. */
        public String path() {
            return path;
        }

        public String sidPrefix() {
            return prefix;
        }
    }

    private CallPart(Leg leg, Kind kind, Resource resource, StatusCallback callback) {
        this.leg = leg;
        this.kind = kind;
        this.resource = resource;
        this.callback = callback;
    }

    /**
     * Starts a part of a call.
     *
     * @param language the language of a transcription
     */
    public static CallPart start(Leg leg, Kind kind, Resource resource, StatusCallback callback, String language) {
        CallPart part = new CallPart(leg, kind, resource, callback);
        part.send("started");
        leg.onEnd(part::stop);
        if (kind == Kind.TRANSCRIPTION) {
            leg.addSpeechListener((text, confidence) -> part.transcribe(text, confidence, language));
        }
        return part;
    }

    private void transcribe(String text, double confidence, String language) {
        if (resource.is("status", "in-progress")) {
            String data = JsonNodeFactory.instance
                    .objectNode()
                    .put("transcript", text)
                    .put("confidence", confidence)
                    .toString();
            send(
                    "content",
                    "Final",
                    "true",
                    "LanguageCode",
                    language,
                    "Track",
                    "inbound_track",
                    "TranscriptionData",
                    data);
        }
    }

    /** Ends it. */
    public void stop() {
        if (resource.is("status", "in-progress")) {
            resource.set("status", "stopped")
                    .setDate("date_updated", leg.world().clock().instant());
            send("stopped");
        }
    }

    private void send(String event, String... more) {
        if (callback.url().isEmpty()) {
            return;
        }
        List<String> form = new ArrayList<>(List.of(
                "AccountSid",
                resource.text("account_sid"),
                "CallSid",
                resource.text("call_sid"),
                "Timestamp",
                Dates.ISO_8601.write(leg.world().clock().instant()),
                kind.parameters + "Sid",
                resource.sid(),
                kind.parameters + "Name",
                resource.text("name"),
                kind.parameters + "Event",
                kind.events + "-" + event));
        if (kind == Kind.TRANSCRIPTION) {
            form.addAll(List.of("SequenceId", Integer.toString(++sent)));
        }
        form.addAll(Arrays.asList(more));
        Parameters parameters = Parameters.of(form.toArray(String[]::new));
        leg.world().background().later(() -> leg.form().send(callback.url(), callback.method(), parameters));
    }
}
