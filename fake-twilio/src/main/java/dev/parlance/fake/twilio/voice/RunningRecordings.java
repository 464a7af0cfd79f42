package dev.parlance.fake.twilio.voice;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** All recordings that are being made. */
public final class RunningRecordings {
    private final List<RunningRecording> running = new CopyOnWriteArrayList<>();

    void add(RunningRecording recording) {
        running.add(recording);
    }

    void remove(RunningRecording recording) {
        running.remove(recording);
    }

    /** The recording with this SID, if it is still being made. */
    public Optional<RunningRecording> find(String sid) {
        return running.stream()
                .filter(recording -> recording.resource().sid().equals(sid))
                .findFirst();
    }

    /**
     * The newest recording of a call or a conference.
     *
     * @param field {@code call_sid} or {@code conference_sid}
     */
    public Optional<RunningRecording> current(String field, String sid) {
        return running.stream()
                .filter(recording -> recording.resource().is(field, sid))
                .reduce((older, newer) -> newer);
    }
}
