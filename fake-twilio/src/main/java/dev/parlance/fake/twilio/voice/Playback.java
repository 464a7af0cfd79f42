package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.audio.SpeechDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Plays the audio of an application to a person, in order. It takes as long as it is, on the fake's clock. */
final class Playback {
    private static final long BYTES_PER_MILLI = 8;

    private final Leg leg;
    private final Consumer<String> onMark;
    private final SpeechDecoder decoder = SpeechDecoder.create();
    private final List<String> marks = new ArrayList<>();
    private Instant end = Instant.EPOCH;

    /** {@code onMark} is called for each mark when the sound before it has been played, or cleared. */
    Playback(Leg leg, Consumer<String> onMark) {
        this.leg = leg;
        this.onMark = onMark;
    }

    /** Adds audio: μ-law, 8000 samples per second. */
    void play(byte[] audio) {
        List<String> texts;
        boolean startsSound;
        synchronized (this) {
            boolean idle = remaining().isZero();
            texts = decoder.add(audio);
            startsSound = idle && texts.isEmpty() && !decoder.isInText();
            end = (idle ? now() : end).plusMillis(audio.length / BYTES_PER_MILLI);
        }
        leg.streamedAudio().add(audio);
        if (startsSound && audio.length > 0) {
            leg.transcript().add(Transcript.Kind.PLAYED, "audio from the application");
        }
        for (String text : texts) {
            leg.transcript().add(Transcript.Kind.OTHER, text);
            leg.sounds().heardText(text);
        }
    }

    /** The time until all audio has been played. */
    synchronized Duration remaining() {
        Instant now = now();
        return end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO;
    }

    void mark(String name) {
        Instant due;
        synchronized (this) {
            marks.add(name);
            due = end;
        }
        if (due.isAfter(now())) {
            leg.world().timeline().at(due, () -> reach(name));
        } else {
            reach(name);
        }
    }

    private void reach(String name) {
        synchronized (this) {
            if (!marks.remove(name)) {
                return; // a clear has reached it
            }
        }
        onMark.accept(name);
    }

    /** Drops what has not been played yet. */
    void clear() {
        List<String> reached;
        synchronized (this) {
            leg.streamedAudio().cut(remaining().toMillis() * BYTES_PER_MILLI);
            end = now();
            reached = List.copyOf(marks);
            marks.clear();
        }
        reached.forEach(onMark);
    }

    private Instant now() {
        return leg.world().clock().instant();
    }
}
