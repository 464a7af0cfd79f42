package dev.parlance.fake.twilio.voice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.fake.twilio.document.Verb;
import java.time.Duration;
import java.util.Base64;

/** Connects the person with a program of the application over a media stream in both directions, until the program closes it. */
final class ConnectStream implements InputHandler {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private final Leg leg;
    private final ConnectVerb connect;
    private final MediaStream stream;
    private final Playback playback;
    private final String streamSid;

    ConnectStream(Leg leg, ConnectVerb connect, Verb noun) {
        this.leg = leg;
        this.connect = connect;
        PartSettings settings = PartSettings.of(leg, noun, "inbound_track");
        var resource = leg.telephony().parts().create(leg, CallPart.Kind.STREAM, settings);
        this.streamSid = resource.sid();
        String track = settings.track().equals("inbound_track") ? settings.track() : "";
        this.stream = MediaStream.talking(
                leg,
                resource,
                new PartSettings(
                        settings.name(),
                        track,
                        settings.url(),
                        settings.parameters(),
                        settings.options(),
                        settings.callback()),
                this::received,
                this::over);
        this.playback = new Playback(leg, stream::mark);
    }

    void begin() {
        leg.waitFor(this);
        leg.telephony().parts().register(streamSid, stream::stop);
        stream.open();
    }

    /** Continues the call, unless it is over or has been redirected. */
    private void over() {
        leg.perform(() -> {
            if (leg.isWaitingFor(this)) {
                playback.clear();
                connect.end();
            }
        });
    }

    private void received(String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            stream.invalid("the message is not JSON");
            return;
        }
        switch (message.path("event").asText()) {
            case "media" -> media(message.path("media").path("payload"));
            case "mark" -> playback.mark(message.path("mark").path("name").asText());
            case "clear" -> playback.clear();
            default -> stream.invalid("event \"" + message.path("event").asText() + "\"");
        }
    }

    private void media(JsonNode payload) {
        try {
            playback.play(Base64.getDecoder().decode(payload.asText()));
        } catch (IllegalArgumentException e) {
            stream.invalid("the payload is not Base64");
        }
    }

    @Override
    public void listen() {
        leg.pass(playback.remaining());
    }

    @Override
    public boolean speaksUnasked() {
        return true;
    }

    @Override
    public void keys(String keys, boolean early) {
        // The stream has them.
    }

    @Override
    public void speech(String text, double confidence, boolean early) {
        // The stream has it.
    }

    @Override
    public void silence() {
        leg.pass(SILENCE);
    }

    @Override
    public void abandoned() {
        stream.stop();
    }

    @Override
    public String toString() {
        return "connected with Stream";
    }
}
