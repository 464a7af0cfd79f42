package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.voice.OutgoingCall.StatusCallback;
import dev.parlance.fake.twilio.world.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The recording of a Dial or a conference, if the document asks for one, with its status callbacks. */
final class DialRecording {
    private final Leg leg;
    private final RecordingOrder order;
    private @Nullable RunningRecording running;

    private DialRecording(Leg leg, RecordingOrder order) {
        this.leg = leg;
        this.order = order;
    }

    /** The recording that these attributes ask for. */
    static Optional<DialRecording> of(Leg leg, Verb settings, String source) {
        String record = settings.attribute("record", "false");
        if (!record.equals("true") && !record.startsWith("record-")) {
            return Optional.empty();
        }
        int channels = record.endsWith("-dual") ? 2 : 1;
        String track = settings.attribute("recordingTrack", "both");
        boolean trims = settings.attribute("trim", "").equals(RecordingOrder.TRIM_SILENCE);
        return Optional.of(
                new DialRecording(leg, new RecordingOrder(source, channels, track, trims, callback(leg, settings))));
    }

    /** The callback that these attributes name. */
    static StatusCallback callback(Leg leg, Verb settings) {
        String events = settings.attribute("recordingStatusCallbackEvent", "completed");
        return new StatusCallback(
                settings.attribute("recordingStatusCallback").map(leg::absolute).orElse(""),
                settings.method("recordingStatusCallbackMethod"),
                StatusCallback.events(events));
    }

    void start() {
        start(Optional.empty());
    }

    /** Starts the recording of a conference. Its callbacks have the conference's SID. */
    void start(Optional<Resource> conference) {
        if (running == null) {
            List<String> owner = new ArrayList<>();
            conference.ifPresent(it -> owner.addAll(List.of("ConferenceSid", it.sid())));
            RunningRecording started = RunningRecording.start(leg, order, owner);
            conference.ifPresent(it -> started.resource().set("conference_sid", it.sid()));
            running = started;
        }
    }

    /** Ends the recording. Returns it, unless there was nothing to record. */
    Optional<Resource> end() {
        RunningRecording recording = running;
        if (recording != null) {
            return Optional.of(recording.complete());
        }
        if (order.callback().events().contains("absent")
                && !order.callback().url().isEmpty()) {
            List<String> form = Recordings.form(leg, Recordings.absent(leg, order));
            Recordings.notifyApplication(
                    leg, order.callback().url(), order.callback().method(), "absent", form);
        }
        return Optional.empty();
    }
}
