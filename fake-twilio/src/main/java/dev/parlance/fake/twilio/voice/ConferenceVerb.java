package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;

/** A participant of a conference. */
final class ConferenceVerb implements InputHandler {
    private final Leg leg;
    private final Verb dial;
    private final Verb settings;
    private final Conference conference;
    private final String statusCallback;

    ConferenceVerb(Leg leg, Verb dial, Verb settings) {
        this.leg = leg;
        this.dial = dial;
        this.settings = settings;
        this.conference = leg.telephony().conference(settings.text());
        this.statusCallback =
                settings.attribute("statusCallback").map(leg::absolute).orElse("");
    }

    void begin() {
        leg.waitFor(this);
        leg.transcript().add(Transcript.Kind.CALL, "joins the conference " + settings.text());
        conference.join(this);
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
            conference.leave(this);
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
        hungUp();
    }

    @Override
    public void hungUp() {
        conference.leave(this);
    }

    @Override
    public String toString() {
        return "in the conference " + settings.text();
    }
}
