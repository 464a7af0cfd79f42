package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.voice.OutgoingCall.StatusCallback;
import dev.parlance.fake.twilio.world.Dates;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.webhook.Parameters;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Recordings. They contain silence, for as long as the words would take. */
final class Recordings {
    private static final int BYTES_PER_SECOND = 8_000;
    private static final int MAX_SECONDS = 10;
    private static final int HEADER = 44;

    private Recordings() {}

    static Resource save(Leg leg, String source, long seconds) {
        Resource recording = leg.world()
                .owned()
                .recordings()
                .add(Map.of(
                        "account_sid", leg.call().text("account_sid"),
                        "call_sid", leg.call().sid(),
                        "duration", Long.toString(seconds),
                        "source", source));
        leg.world().keep(recording.sid(), silence((int) Math.min(seconds, MAX_SECONDS)));
        return recording;
    }

    /** Saves the recording of a whole call, and sends its status callback. */
    static void saveCall(Leg leg, StatusCallback callback) {
        Resource recording = save(leg, "OutboundAPI", Long.parseLong(leg.call().text("duration")));
        if (!callback.url().isEmpty()) {
            Parameters parameters = status(leg, recording);
            leg.world().background().later(() -> leg.form().send(callback.url(), callback.method(), parameters));
        }
    }

    /** The URL of the audio, on the fake's server. */
    static String url(Leg leg, Resource recording) {
        return leg.world().apiUrl() + "/2010-04-01/Accounts/" + recording.text("account_sid") + "/Recordings/"
                + recording.sid();
    }

    static Parameters status(Leg leg, Resource recording) {
        return Parameters.of(
                "AccountSid", recording.text("account_sid"),
                "CallSid", recording.text("call_sid"),
                "ErrorCode", "0",
                "RecordingChannels", "1",
                "RecordingDuration", recording.text("duration"),
                "RecordingSid", recording.sid(),
                "RecordingSource", recording.text("source"),
                "RecordingStartTime", Dates.RFC_2822.write(recording.created()),
                "RecordingStatus", "completed",
                "RecordingTrack", "both",
                "RecordingUrl", url(leg, recording));
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
