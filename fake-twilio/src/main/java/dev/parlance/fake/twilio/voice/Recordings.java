package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.voice.OutgoingCall.StatusCallback;
import dev.parlance.fake.twilio.world.Dates;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.webhook.Parameters;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Recordings. They contain silence, for as long as the words would take. */
final class Recordings {
    private static final int BYTES_PER_SECOND = 8_000;
    private static final int MAX_SECONDS = 10;
    private static final int HEADER = 44;

    private Recordings() {}

    static Resource save(Leg leg, String source, long seconds) {
        return save(leg, source, seconds, leg.world().sids().next("RE"), 1);
    }

    static Resource save(Leg leg, String source, long seconds, String sid, int channels) {
        Resource recording = leg.world()
                .owned()
                .recordings()
                .add(Map.of(
                        "account_sid", leg.call().text("account_sid"),
                        "call_sid", leg.call().sid(),
                        "duration", Long.toString(seconds),
                        "sid", sid,
                        "source", source))
                .set("channels", channels);
        leg.world().keep(recording.sid(), silence((int) Math.min(seconds, MAX_SECONDS)));
        return recording;
    }

    /** Saves the recording of a whole call, and sends its status callback. */
    static void saveCall(Leg leg, StatusCallback callback) {
        Resource recording = save(leg, "OutboundAPI", Long.parseLong(leg.call().text("duration")));
        if (!callback.url().isEmpty()) {
            notifyApplication(leg, callback.url(), callback.method(), "completed", ended(leg, recording));
        }
    }

    /** The URL of the audio, on the fake's server. */
    static String url(Leg leg, Resource recording) {
        return leg.world().apiUrl() + "/2010-04-01/Accounts/" + recording.text("account_sid") + "/Recordings/"
                + recording.sid();
    }

    /** The parameters of a recording that has started, or has nothing to record. */
    static List<String> started(Leg leg, String sid, String source, int channels) {
        return List.of(
                "AccountSid",
                leg.call().text("account_sid"),
                "CallSid",
                leg.call().sid(),
                "ErrorCode",
                "0",
                "RecordingChannels",
                Integer.toString(channels),
                "RecordingSid",
                sid,
                "RecordingSource",
                source,
                "RecordingStartTime",
                Dates.RFC_2822.write(leg.world().clock().instant()),
                "RecordingTrack",
                "both");
    }

    /** The parameters of a recording that has ended. */
    static List<String> ended(Leg leg, Resource recording) {
        List<String> form = new ArrayList<>(started(
                leg,
                recording.sid(),
                recording.text("source"),
                Integer.parseInt(recording.filled("channels").orElse("1"))));
        form.addAll(List.of("RecordingDuration", recording.text("duration"), "RecordingUrl", url(leg, recording)));
        return form;
    }

    /** Sends a recording's status callback. */
    static void notifyApplication(Leg leg, String url, String method, String status, List<String> form) {
        List<String> all = new ArrayList<>(form);
        all.addAll(List.of("RecordingStatus", status));
        Parameters parameters = Parameters.of(all.toArray(String[]::new));
        leg.world().background().later(() -> leg.form().send(url, method, parameters));
    }

    /** A WAV file: mono, 8000 samples per second, 8 bits per sample. */
    private static byte[] silence(int seconds) {
        int length = seconds * BYTES_PER_SECOND;
        ByteBuffer wav = ByteBuffer.allocate(HEADER + length).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEADER - 8 + length).put(ascii("WAVE"));
        wav.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(BYTES_PER_SECOND)
                .putInt(BYTES_PER_SECOND)
                .putShort((short) 1)
                .putShort((short) 8);
        wav.put(ascii("data")).putInt(length);
        while (wav.hasRemaining()) {
            wav.put((byte) 0x80);
        }
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
