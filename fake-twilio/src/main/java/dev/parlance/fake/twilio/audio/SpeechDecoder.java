package dev.parlance.fake.twilio.audio;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds the texts of {@link FakeSpeech} in audio that arrives in parts. Not thread-safe. */
public final class SpeechDecoder {
    private static final int LONGEST = 64 << 10;

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private boolean inText;

    private SpeechDecoder() {}

    /** A decoder that has heard nothing. */
    public static SpeechDecoder create() {
        return new SpeechDecoder();
    }

    /** The texts that are complete with this audio. */
    public List<String> add(byte[] audio) {
        List<String> complete = new ArrayList<>();
        for (byte sample : audio) {
            if (sample == FakeSpeech.START) {
                inText = true;
                text.reset();
            } else if (inText && sample == FakeSpeech.END) {
                inText = false;
                complete.add(text.toString(StandardCharsets.UTF_8));
            } else if (inText && text.size() < LONGEST) {
                text.write(sample);
            }
        }
        return complete;
    }

    /** Whether a text has started and is not complete. */
    public boolean isInText() {
        return inText;
    }
}
