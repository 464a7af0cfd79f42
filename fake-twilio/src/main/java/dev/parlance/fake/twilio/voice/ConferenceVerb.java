package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Document;
import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.log.Alert;
import dev.parlance.fake.twilio.voice.OutgoingCall.StatusCallback;
import dev.parlance.fake.twilio.world.Hook;
import dev.parlance.fake.twilio.world.Resource;
import java.util.Optional;

/** A participant of a conference. */
final class ConferenceVerb implements InputHandler {
    private final Leg leg;
    private final Verb dial;
    private final Verb settings;
    private final Conference conference;
    private final Resource resource;
    private final Optional<DialRecording> recording;
    private Optional<Hook> wait;

    ConferenceVerb(Leg leg, Verb dial, Verb settings) {
        this.leg = leg;
        this.dial = dial;
        this.settings = settings;
        this.conference = leg.telephony().conferences().named(leg.call().text("account_sid"), settings.text());
        this.resource = ParticipantSettings.resource(leg, conference, settings);
        this.recording = DialRecording.of(leg, settings, "Conference");
        this.wait = settings.attribute("waitUrl")
                .map(url -> Hook.of(url.isBlank() ? "" : leg.absolute(url), settings.method("waitMethod")));
    }

    void begin() {
        leg.waitFor(this);
        leg.transcript().add(Transcript.Kind.CALL, "joins the conference " + settings.text());
        Optional<Alert> refusal = conference.join(this);
        if (refusal.isPresent()) {
            leg.world().alert(refusal.get().code(), refusal.get().message());
            DialVerbs.finish(leg, dial, "DialCallStatus", "failed");
        }
    }

    /** The person waits for others: with the music of the application, or of Twilio. */
    void playMusic() {
        if (wait.isEmpty()) {
            leg.transcript().add(Transcript.Kind.PLAYED, "hold music");
        } else if (!wait.get().url().isEmpty()) {
            play(wait.get());
        }
    }

    /** Sets what the person hears until the conference starts. */
    void waitWith(Hook music) {
        wait = Optional.of(music);
    }

    /** Puts the person on hold, with a document or with Twilio's music. */
    void hold(Optional<Hook> music) {
        leg.transcript().add(Transcript.Kind.CALL, "is on hold");
        music.ifPresentOrElse(this::play, () -> leg.transcript().add(Transcript.Kind.PLAYED, "hold music"));
    }

    /** The person hears a document, and then the conference again. */
    private void play(Hook hook) {
        leg.ask(hook).ifPresent(this::play);
    }

    void play(Document document) {
        leg.insert(document.without("Redirect"), () -> leg.waitFor(this));
    }

    /** The person notices that someone comes or goes. */
    void notice(String what, boolean beep) {
        if (is("hold")) {
            return;
        }
        if (beep) {
            leg.transcript().add(Transcript.Kind.PLAYED, "a beep");
        }
        leg.transcript().add(Transcript.Kind.OTHER, what);
    }

    Optional<DialRecording> recording() {
        return recording;
    }

    Leg leg() {
        return leg;
    }

    /** The participant as the API shows them. */
    Resource resource() {
        return resource;
    }

    boolean is(String flag) {
        return resource.is(flag, "true");
    }

    int maxParticipants() {
        return settings.number("maxParticipants", Integer.MAX_VALUE);
    }

    StatusCallback statusCallback() {
        return ParticipantSettings.statusCallback(leg, settings);
    }

    /** Called when the participant is no longer in the conference, but still on the call. */
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
            conference.leave(this, Departure.HUNG_UP);
            finish();
        }
    }

    @Override
    public void speech(String text, double confidence, boolean early) {
        conference.speak(this, text);
    }

    @Override
    public void silence() {
        // No timeout.
    }

    @Override
    public void abandoned() {
        conference.leave(this, Departure.UPDATED);
    }

    @Override
    public void hungUp() {
        conference.leave(this, Departure.HUNG_UP);
    }

    @Override
    public String toString() {
        return (is("hold") ? "on hold in the conference " : "in the conference ") + settings.text();
    }
}
