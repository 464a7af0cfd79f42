package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.voice.OutgoingCall.StatusCallback;
import dev.parlance.fake.twilio.world.Hook;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.webhook.Parameters;
import java.time.Duration;
import java.util.Map;

/** Records the person until a key, silence, or the end of the call. */
final class RecordVerb implements InputHandler {
    private static final double SECONDS_PER_WORD = 0.4;
    private static final RecordingOrder ORDER = new RecordingOrder("RecordVerb", 1, "both", false, StatusCallback.NONE);

    private final Leg leg;
    private final Verb verb;
    private final String action;
    private final String recordingCallback;
    private final String transcriptionCallback;
    private final StringBuilder said = new StringBuilder();
    private int silentSeconds;

    RecordVerb(Leg leg, Verb verb) {
        this.leg = leg;
        this.verb = verb;
        this.action = leg.absolute(verb.attribute("action", ""));
        this.recordingCallback = absolute("recordingStatusCallback");
        this.transcriptionCallback = absolute("transcribeCallback");
    }

    /** Resolved early: after a hang-up no document is running. */
    private String absolute(String attribute) {
        return verb.attribute(attribute).map(leg::absolute).orElse("");
    }

    void begin() {
        if (verb.flag("playBeep", true)) {
            leg.transcript().add(Transcript.Kind.PLAYED, "a beep");
        }
        leg.waitFor(this);
    }

    @Override
    public void speech(String text, double confidence, boolean early) {
        said.append(said.isEmpty() ? "" : " ").append(text);
        leg.pass(Duration.ofSeconds(secondsOf(text)));
    }

    @Override
    public void keys(String keys, boolean early) {
        String finishOnKey = verb.attribute("finishOnKey", "1234567890*#");
        for (int i = 0; i < keys.length(); i++) {
            String key = keys.substring(i, i + 1);
            if (finishOnKey.contains(key)) {
                complete(key);
                return;
            }
        }
    }

    @Override
    public void silence() {
        int timeout = verb.number("timeout", 5);
        leg.pass(Duration.ofSeconds(timeout));
        if (verb.attribute("trim", "trim-silence").equals("do-not-trim")) {
            silentSeconds = timeout;
        }
        complete("");
    }

    @Override
    public void completeInput() {
        if (!said.isEmpty()) {
            silence();
        }
    }

    @Override
    public void hungUp() {
        if (!said.isEmpty()) {
            Resource recording = saveRecording();
            Parameters parameters = leg.form().with(results(recording, "hangup"));
            leg.world().background().later(() -> leg.form().send(action, verb.method("method"), parameters));
        }
    }

    private void complete(String key) {
        if (said.isEmpty()) {
            leg.proceed(); // no recording and no action without any sound
            return;
        }
        Resource recording = saveRecording();
        leg.goTo(Hook.of(action, verb.method("method")), results(recording, key));
    }

    private Resource saveRecording() {
        long seconds = Math.min(verb.number("maxLength", 3600), secondsOf(said.toString()) + silentSeconds);
        Resource recording = Recordings.complete(leg, Recordings.create(leg, ORDER), seconds);
        if (!recordingCallback.isEmpty()) {
            sendRecordingStatus(recordingCallback, recording);
        }
        if (verb.flag("transcribe", !transcriptionCallback.isEmpty())) {
            transcribe(recording);
        }
        return recording;
    }

    private static long secondsOf(String text) {
        return Math.max(1, Math.round(text.split("\\s+", -1).length * SECONDS_PER_WORD));
    }

    private String[] results(Resource recording, String key) {
        return new String[] {
            "RecordingUrl", Recordings.url(leg, recording),
            "RecordingSid", recording.sid(),
            "RecordingDuration", recording.text("duration"),
            "Digits", key
        };
    }

    private void sendRecordingStatus(String url, Resource recording) {
        Recordings.notifyApplication(
                leg, url, verb.method("recordingStatusCallbackMethod"), "completed", Recordings.form(leg, recording));
    }

    private void transcribe(Resource recording) {
        Resource transcription = leg.world()
                .owned()
                .transcriptions()
                .add(Map.of(
                        "account_sid", recording.text("account_sid"),
                        "duration", recording.text("duration"),
                        "recording_sid", recording.sid(),
                        "text", said.toString()));
        leg.world().owned().transcriptions().finish(transcription);
        String sid = transcription.sid();
        Parameters parameters = leg.form()
                .with(
                        "TranscriptionSid",
                        sid,
                        "TranscriptionText",
                        said.toString(),
                        "TranscriptionStatus",
                        "completed",
                        "TranscriptionType",
                        "fast",
                        "TranscriptionUrl",
                        leg.world().apiUrl() + "/2010-04-01/Accounts/"
                                + leg.call().text("account_sid") + "/Recordings/" + recording.sid()
                                + "/Transcriptions/" + sid,
                        "RecordingSid",
                        recording.sid(),
                        "RecordingUrl",
                        Recordings.url(leg, recording));
        if (!transcriptionCallback.isEmpty()) {
            leg.world().background().later(() -> leg.form().send(transcriptionCallback, "POST", parameters));
        }
    }

    @Override
    public String toString() {
        return "recording";
    }
}
