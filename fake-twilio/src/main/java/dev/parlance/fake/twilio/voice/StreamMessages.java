package dev.parlance.fake.twilio.voice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.voice.SoundListener.Track;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Writes the messages of a media stream to the application. Numbers are strings, as Twilio writes them. */
final class StreamMessages {
    private final String streamSid;
    private final String accountSid;
    private final String callSid;
    private long sequence;

    StreamMessages(String streamSid, String accountSid, String callSid) {
        this.streamSid = streamSid;
        this.accountSid = accountSid;
        this.callSid = callSid;
    }

    String connected() {
        return object().put("event", "connected")
                .put("protocol", "Call")
                .put("version", "1.0.0")
                .toString();
    }

    String start(List<Track> tracks, Map<String, String> parameters) {
        ObjectNode message = message("start");
        ObjectNode start = message.putObject("start")
                .put("accountSid", accountSid)
                .put("streamSid", streamSid)
                .put("callSid", callSid);
        tracks.forEach(track -> start.withArray("tracks").add(track.shortName()));
        start.putObject("mediaFormat")
                .put("encoding", "audio/x-mulaw")
                .put("sampleRate", 8000)
                .put("channels", 1);
        ObjectNode custom = start.putObject("customParameters");
        parameters.forEach(custom::put);
        return message.toString();
    }

    String media(Track track, long chunk, long millis, byte[] frame) {
        ObjectNode message = message("media");
        message.putObject("media")
                .put("track", track.shortName())
                .put("chunk", Long.toString(chunk))
                .put("timestamp", Long.toString(millis))
                .put("payload", Base64.getEncoder().encodeToString(frame));
        return message.toString();
    }

    String dtmf(String digit) {
        ObjectNode message = message("dtmf");
        message.putObject("dtmf").put("track", Track.INBOUND.longName()).put("digit", digit);
        return message.toString();
    }

    String mark(String name) {
        ObjectNode message = message("mark");
        message.putObject("mark").put("name", name);
        return message.toString();
    }

    String stop() {
        ObjectNode message = message("stop");
        message.putObject("stop").put("accountSid", accountSid).put("callSid", callSid);
        return message.toString();
    }

    private ObjectNode message(String event) {
        return object().put("event", event)
                .put("sequenceNumber", Long.toString(++sequence))
                .put("streamSid", streamSid);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
