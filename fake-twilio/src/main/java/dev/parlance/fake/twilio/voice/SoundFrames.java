package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.audio.FakeSpeech;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** The sound of one track, cut into frames of 20 ms. Without sound, frames are silent. Not thread-safe. */
final class SoundFrames {
    static final byte SILENCE = (byte) 0xFF;

    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private long chunks;

    /** Adds sound. Returns the number of its frames. */
    int add(byte[] audio) {
        int frames = 0;
        for (int start = 0; start < audio.length; start += FakeSpeech.FRAME) {
            byte[] frame = silence();
            System.arraycopy(audio, start, frame, 0, Math.min(FakeSpeech.FRAME, audio.length - start));
            waiting.add(frame);
            frames++;
        }
        return frames;
    }

    boolean isSilent() {
        return waiting.isEmpty();
    }

    byte[] next() {
        chunks++;
        byte[] frame = waiting.poll();
        return frame == null ? silence() : frame;
    }

    /** The number of frames so far. */
    long chunks() {
        return chunks;
    }

    private static byte[] silence() {
        byte[] frame = new byte[FakeSpeech.FRAME];
        Arrays.fill(frame, SILENCE);
        return frame;
    }
}
