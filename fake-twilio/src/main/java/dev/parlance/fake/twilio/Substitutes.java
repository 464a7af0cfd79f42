package dev.parlance.fake.twilio;

import dev.parlance.fake.twilio.replay.PassThrough;
import dev.parlance.fake.twilio.replay.Recorder;
import dev.parlance.fake.twilio.replay.Recording;
import dev.parlance.fake.twilio.replay.Replay;
import dev.parlance.fake.twilio.replay.Substitute;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What answers in place of the fake: a recorder or a replay. */
final class Substitutes {
    private @Nullable Recorder recorder;
    private @Nullable Replay replay;
    private @Nullable Replay beforeTests;
    private boolean hasTests;

    synchronized Optional<Substitute> current() {
        return recorder == null ? Optional.ofNullable(replay) : Optional.of(recorder);
    }

    synchronized Recorder record(PassThrough settings) {
        if (recorder != null) {
            throw new IllegalStateException("This fake is recording already; close that recorder first");
        }
        recorder = Recorder.of(settings, this::recorded);
        return recorder;
    }

    private synchronized void recorded() {
        recorder = null;
    }

    synchronized Replay replay(Recording recording) {
        replay = Replay.of(recording);
        return replay;
    }

    /** Keeps the current replay for each test. */
    synchronized void keep() {
        hasTests = true;
        beforeTests = replay;
        restart();
    }

    /** Starts the replay from the first test again. A recorder goes on. */
    synchronized void reset() {
        if (!hasTests) {
            beforeTests = replay;
        }
        restart();
    }

    private void restart() {
        replay = beforeTests == null ? null : beforeTests.again();
    }

    synchronized void forget() {
        hasTests = false;
        replay = null;
    }

    void close() {
        Recorder open;
        synchronized (this) {
            open = recorder;
        }
        if (open != null) {
            open.close();
        }
    }
}
