package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.world.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A recording that is being made. Its length is the time that passes on the fake's clock. */
public final class RunningRecording {
    private final Leg leg;
    private final RecordingOrder order;
    private final List<String> owner;
    private final Resource resource;
    private final Instant start;
    private final SoundSpan span;
    private Duration leftOut = Duration.ZERO;
    private @Nullable Instant pausedSince;
    private boolean skips;
    private boolean done;

    private RunningRecording(Leg leg, RecordingOrder order, List<String> owner, Resource resource) {
        this.leg = leg;
        this.order = order;
        this.owner = owner;
        this.resource = resource;
        this.start = leg.world().clock().instant();
        this.span = new SoundSpan(order.track(), this::position);
    }

    /** Starts a recording. Its callbacks have the parameters of its owner, if any. */
    static RunningRecording start(Leg leg, RecordingOrder order, List<String> owner) {
        Resource resource = Recordings.create(leg, order);
        RunningRecording recording = new RunningRecording(leg, order, owner, resource);
        leg.telephony().recordings().add(recording);
        leg.sounds().add(recording.span);
        recording.send("in-progress");
        return recording;
    }

    public Resource resource() {
        return resource;
    }

    /**
     * Pauses.
     *
     * @param skip whether the pause is left out; otherwise it is recorded as silence
     */
    public synchronized void pause(boolean skip) {
        if (pausedSince == null && !done) {
            pausedSince = leg.world().clock().instant();
            skips = skip;
            enter("paused");
            send("paused");
        }
    }

    /** Continues after a pause. */
    public synchronized void resume() {
        if (pausedSince != null && !done) {
            endPause();
            enter("in-progress");
            send("resumed");
        }
    }

    private void endPause() {
        Instant since = pausedSince;
        if (since != null && skips) {
            leftOut = leftOut.plus(Duration.between(since, leg.world().clock().instant()));
        }
        pausedSince = null;
    }

    /** Ends the recording on request. It is completed a moment later. */
    public synchronized void stop() {
        if (!done) {
            enter("stopped");
            send("stopped");
            leg.world().background().later(this::complete);
        }
    }

    /** Ends the recording. */
    synchronized Resource complete() {
        if (!done) {
            done = true;
            endPause();
            leg.telephony().recordings().remove(this);
            leg.sounds().remove(span);
            Duration length = order.trims() ? span.length() : length();
            Recordings.complete(leg, resource, length.toSeconds());
            send("completed");
        }
        return resource;
    }

    private Duration length() {
        return Duration.between(start, leg.world().clock().instant()).minus(leftOut);
    }

    /** The length so far; empty during a pause, which records no sound. */
    private synchronized Optional<Duration> position() {
        return pausedSince == null ? Optional.of(length()) : Optional.empty();
    }

    private void enter(String status) {
        resource.set("status", status);
        leg.world().owned().recordings().touch(resource);
    }

    private void send(String event) {
        if (!order.callback().url().isEmpty() && order.callback().events().contains(event)) {
            List<String> form = new ArrayList<>(Recordings.form(leg, resource));
            form.addAll(owner);
            Recordings.notifyApplication(
                    leg, order.callback().url(), order.callback().method(), resource.text("status"), form);
        }
    }
}
