package dev.parlance.fake.twilio.voice;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The sound of the fake's recordings: silence, of their length but never longer than ten seconds. */
public final class SilentSound {
    private static final int MAX_SECONDS = 10;
    private static final int BYTES_PER_SECOND = 8_000;
    private static final int HEADER = 44;
    private static final int MP3_FRAME = 72;
    private static final int MP3_FRAMES_PER_SECOND = 14;
    /** MPEG 2.5, layer 3, 8 kbit/s, 8000 samples per second, mono. */
    private static final byte[] MP3_FRAME_HEADER = {(byte) 0xFF, (byte) 0xE3, 0x18, (byte) 0xC0};

    private SilentSound() {}

    /** A WAV file: mono, 8000 samples per second, 8 bits per sample. */
    public static byte[] wav(long seconds) {
        int length = limited(seconds) * BYTES_PER_SECOND;
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

    /** An MP3 file. All its frames are empty. */
    public static byte[] mp3(long seconds) {
        int frames = Math.max(1, limited(seconds) * MP3_FRAMES_PER_SECOND);
        ByteBuffer mp3 = ByteBuffer.allocate(frames * MP3_FRAME);
        for (int i = 0; i < frames; i++) {
            mp3.position(i * MP3_FRAME).put(MP3_FRAME_HEADER);
        }
        return mp3.array();
    }

    private static int limited(long seconds) {
        return (int) Math.min(seconds, MAX_SECONDS);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
