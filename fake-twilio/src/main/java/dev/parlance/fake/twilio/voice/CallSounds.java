package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.audio.FakeSpeech;
import dev.parlance.fake.twilio.voice.SoundListener.Track;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What is said on a call, in both directions, for streams and transcriptions. Speech takes time only while someone streams it. */
final class CallSounds {
    private static final double SURE = 0.95;

    private final Consumer<Duration> pass;
    private final List<SoundListener> listeners = new CopyOnWriteArrayList<>();

    /** {@code pass} lets time pass. */
    CallSounds(Consumer<Duration> pass) {
        this.pass = pass;
    }

    void add(SoundListener listener) {
        listeners.add(listener);
    }

    void remove(SoundListener listener) {
        listeners.remove(listener);
    }

    /** The person says something. */
    void spoken(String text, double confidence) {
        if (!text.isBlank()) {
            listeners.forEach(listener -> listener.said(Track.INBOUND, text, confidence));
            sound(Track.INBOUND, FakeSpeech.of(text));
        }
    }

    /** The person plays a sound into the phone. */
    void played(byte[] audio) {
        sound(Track.INBOUND, audio);
    }

    /** The person hears something. */
    void heard(String text) {
        heardText(text);
        sound(Track.OUTBOUND, FakeSpeech.of(text));
    }

    /** The person hears something whose sound a stream carries already. */
    void heardText(String text) {
        listeners.forEach(listener -> listener.said(Track.OUTBOUND, text, SURE));
    }

    void keys(String keys) {
        listeners.forEach(listener -> listener.keys(keys));
    }

    private void sound(Track track, byte[] audio) {
        listeners.stream()
                .map(listener -> listener.sound(track, audio))
                .max(Duration::compareTo)
                .filter(longest -> !longest.isZero())
                .ifPresent(pass);
        listeners.forEach(SoundListener::soundEnded);
    }
}
