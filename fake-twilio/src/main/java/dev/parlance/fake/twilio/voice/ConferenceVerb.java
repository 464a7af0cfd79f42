package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.world.Hook;
import java.util.Optional;

/** A participant of a conference. */
final class ConferenceVerb implements InputHandler {
    private final Leg leg;
    private final Verb dial;
    private final Verb settings;
    private final Conference conference;
    private final String statusCallback;
    private final String waitUrl;
    private final Optional<DialRecording> recording;

    ConferenceVerb(Leg leg, Verb dial, Verb settings) {
        this.leg = leg;
        this.dial = dial;
        this.settings = settings;
        this.conference = leg.telephony().conference(settings.text());
        this.statusCallback =
                settings.attribute("statusCallback").map(leg::absolute).orElse("");
        this.waitUrl = settings.attribute("waitUrl").map(leg::absolute).orElse("");
        this.recording = DialRecording.of(leg, settings, "Conference", "ConferenceSid", conference.sid());
    }

    void begin() {
        leg.waitFor(this);
        leg.transcript().add(Transcript.Kind.CALL, "joins the conference " + settings.text());
        if (!conference.join(this)) {
            leg.world().alert(16025, "Conference: " + settings.text() + " has reached its maxParticipants");
            DialVerbs.finish(leg, dial, "DialCallStatus", "failed");
        }
    }

    /** The person waits for others: with the music of the application, or of Twilio. */
    void playMusic() {
        if (waitUrl.isEmpty()) {
            leg.transcript().add(Transcript.Kind.PLAYED, "hold music");
            return;
        }
        leg.ask(Hook.of(waitUrl, settings.method("waitMethod")))
                .ifPresent(document -> leg.insert(document.without("Redirect"), () -> leg.waitFor(this)));
    }

    Optional<DialRecording> recording() {
        return recording;
    }

    Leg leg() {
        return leg;
    }

    Verb settings() {
        return settings;
    }

    /** The URL for conference events; empty for none. */
    String statusCallback() {
        return statusCallback;
    }

    /** Called when the conference ends for everyone. */
    void conferenceEnded() {
        leg.perform(() -> {
            if (leg.isWaitingFor(this)) {
                finish();
            }
        });
    }

    private void finish() {
        leg.transcript().add(Transcript.Kind.CALL, "leaves the conference " + settings.text());
        DialVerbs.finish(leg, dial, "DialCallStatus", "answered");
    }

    @Override
    public void keys(String keys, boolean early) {
        if (dial.flag("hangupOnStar", false) && keys.contains("*")) {
            conference.leave(this, "participant_hung_up");
            finish();
        }
    }

    @Override
    public void speech(String text, double confidence, boolean early) {
        if (!settings.flag("muted", false)) {
            conference.speak(this, text);
        }
    }

    @Override
    public void silence() {
        // No timeout.
    }

    @Override
    public void abandoned() {
        conference.leave(this, "participant_updated_via_api");
    }

    @Override
    public void hungUp() {
        conference.leave(this, "participant_hung_up");
    }

    @Override
    public String toString() {
        return "in the conference " + settings.text();
    }
}
