package dev.parlance.fake.twilio.voice;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** From the first to the last sound of a recording: what is left of it without the silence at both ends. */
final class SoundSpan implements SoundListener {
    private final String track;
    private final Supplier<Optional<Duration>> position;
    private @Nullable Duration first;
    private Duration last = Duration.ZERO;
    private volatile boolean isHeard;

    /**
     * Creates a span for one track, or for {@code both}.
     *
     * @param position the length of the recording so far; empty while it is paused
     */
    SoundSpan(String track, Supplier<Optional<Duration>> position) {
        this.track = track;
        this.position = position;
    }

    /** Zero if there was no sound. */
    synchronized Duration length() {
        return first == null ? Duration.ZERO : last.minus(first);
    }

    @Override
    public void said(Track spoken, String text, double confidence) {
        note(spoken);
    }

    @Override
    public Duration sound(Track heard, byte[] audio) {
        note(heard);
        return Duration.ZERO;
    }

    private void note(Track heard) {
        isHeard = track.equals("both") || track.equals(heard.shortName());
        extend();
    }

    @Override
    public void soundEnded() {
        extend();
    }

    private void extend() {
        Optional<Duration> now = position.get(); // not within the lock: it takes that of the recording
        if (isHeard && now.isPresent()) {
            extendTo(now.get());
        }
    }

    private synchronized void extendTo(Duration now) {
        first = first == null ? now : first;
        last = now;
    }
}
