package dev.parlance.testkit.voice;

import dev.parlance.testkit.voice.OutgoingCall.StatusCallback;
import dev.parlance.testkit.world.Dates;
import dev.parlance.testkit.world.Resource;
import dev.parlance.webhook.Parameters;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Recordings: as long as what was said would take, and silent. */
final class Recordings {
    private static final int BYTES_A_SECOND = 8_000;
    private static final int LONGEST_SECONDS = 10;
    private static final int HEADER = 44;

    private Recordings() {}

    static Resource keep(Leg leg, String source, long seconds) {
        Resource recording = leg.world()
                .owned()
                .recordings()
                .add(Map.of(
                        "account_sid", leg.call().text("account_sid"),
                        "call_sid", leg.call().sid(),
                        "duration", Long.toString(seconds),
                        "source", source));
        leg.world().keep(recording.sid(), silence((int) Math.min(seconds, LONGEST_SECONDS)));
        return recording;
    }

    /** Keeps the recording of a whole call, and tells of it. */
    static void tell(Leg leg, StatusCallback callback) {
        Resource recording = keep(leg, "OutboundAPI", Long.parseLong(leg.call().text("duration")));
        if (!callback.url().isEmpty()) {
            Parameters parameters = status(leg, recording);
            leg.world().background().later(() -> leg.form().tell(callback.url(), callback.method(), parameters));
        }
    }

    /** Where the application finds the sound: at the fake, whose address it need not know otherwise. */
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

    /** A WAV file: one channel, 8000 samples of one byte a second. */
    private static byte[] silence(int seconds) {
        int length = seconds * BYTES_A_SECOND;
        ByteBuffer wav = ByteBuffer.allocate(HEADER + length).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEADER - 8 + length).put(ascii("WAVE"));
        wav.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(BYTES_A_SECOND).putInt(BYTES_A_SECOND).putShort((short) 1).putShort((short) 8);
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
