package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.world.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The recording of a Dial or a conference, if the document asks for one, with its status callbacks. */
final class DialRecording {
    private final Leg leg;
    private final Verb settings;
    private final String source;
    private final String url;
    private final List<String> owner;
    private @Nullable String sid;

    private DialRecording(Leg leg, Verb settings, String source, List<String> owner) {
        this.leg = leg;
        this.owner = owner;
        this.settings = settings;
        this.source = source;
        this.url =
                settings.attribute("recordingStatusCallback").map(leg::absolute).orElse("");
    }

    /** The recording that these attributes ask for. Its callbacks have the parameters of its owner. */
    static Optional<DialRecording> of(Leg leg, Verb settings, String source, String... owner) {
        String record = settings.attribute("record", "false");
        return record.equals("true") || record.startsWith("record-")
                ? Optional.of(new DialRecording(leg, settings, source, List.of(owner)))
                : Optional.empty();
    }

    void start() {
        if (sid == null) {
            sid = leg.world().sids().next("RE");
            send("in-progress", Recordings.started(leg, sid, source, channels()));
        }
    }

    /** Ends the recording. Returns it, unless there was nothing to record. */
    Optional<Resource> end(long seconds) {
        if (sid == null) {
            send("absent", Recordings.started(leg, leg.world().sids().next("RE"), source, channels()));
            return Optional.empty();
        }
        Resource recording = Recordings.save(leg, source, seconds, sid, channels());
        send("completed", Recordings.ended(leg, recording));
        return Optional.of(recording);
    }

    private int channels() {
        return settings.attribute("record", "").endsWith("-dual") ? 2 : 1;
    }

    private void send(String event, List<String> form) {
        List<String> wanted = Arrays.asList(settings.attribute("recordingStatusCallbackEvent", "completed")
                .strip()
                .split("\\s+", -1));
        if (!url.isEmpty() && wanted.contains(event)) {
            List<String> all = new ArrayList<>(form);
            all.addAll(owner);
            Recordings.notifyApplication(leg, url, settings.method("recordingStatusCallbackMethod"), event, all);
        }
    }
}
