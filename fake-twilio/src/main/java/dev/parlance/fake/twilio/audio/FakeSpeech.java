package dev.parlance.fake.twilio.audio;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Speech in media streams: μ-law audio that carries its text, so that a test needs no speech recognition and no synthetic voice.
 *
 * <pre>{@code
 * byte[] audio = FakeSpeech.of("¡Hola, Ana!"); // in place of a synthetic voice
 * String said = FakeSpeech.textIn(audio);      // in place of speech recognition
 * }</pre>
 *
 * <p>The audio is as long as the words: 400 ms each.
 */
public final class FakeSpeech {
    /** The bytes of 20 ms, the length of Twilio's frames. */
    public static final int FRAME = 160;

    static final byte START = (byte) 0xFE; // never part of UTF-8, as is END
    static final byte END = (byte) 0xFD;
    private static final byte SOUND = (byte) 0xFB;
    private static final int BYTES_PER_WORD = 20 * FRAME;

    private FakeSpeech() {}

    /** The audio of a text: μ-law, 8000 samples per second, mono, in whole frames. */
    public static byte[] of(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int words = text.strip().split("\\s+", -1).length;
        int length = Math.max(words * BYTES_PER_WORD, utf8.length + 2);
        byte[] audio = new byte[(length + FRAME - 1) / FRAME * FRAME];
        Arrays.fill(audio, SOUND);
        audio[0] = START;
        System.arraycopy(utf8, 0, audio, 1, utf8.length);
        audio[utf8.length + 1] = END;
        return audio;
    }

    /** The text of all speech in this audio; empty for other audio. */
    public static String textIn(byte[] audio) {
        return String.join(" ", SpeechDecoder.create().add(audio));
    }
}
