package dev.parlance.examples.calls;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Generates the page's sounds, so that it does not load them from another host. */
final class Tone {
    private static final int RATE = 8_000;
    private static final int HEADER = 44;

    private Tone() {}

    /** A second of ringing and two of silence. */
    static byte[] ring() {
        return sound(1_000, 2_000, 440, 480);
    }

    /** A short tone. */
    static byte[] key() {
        return sound(90, 10, 770, 1_336);
    }

    private static byte[] sound(int millis, int silentMillis, int... frequencies) {
        int sounding = RATE * millis / 1_000;
        int samples = sounding + RATE * silentMillis / 1_000;
        ByteBuffer wav = ByteBuffer.allocate(HEADER + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF"))
                .putInt(HEADER - 8 + 2 * samples)
                .put(ascii("WAVEfmt "))
                .putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        wav.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(2 * samples);
        for (int i = 0; i < samples; i++) {
            double value = 0;
            for (int frequency : frequencies) {
                value += i < sounding ? Math.sin(2 * Math.PI * frequency * i / RATE) / frequencies.length : 0;
            }
            wav.putShort((short) (value * Short.MAX_VALUE / 4));
        }
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
