package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.world.Resource;
import java.time.Duration;

/** A call in which Twilio itself says a code. First, the person may have to press a key, so that no machine hears it. */
final class CodeCall implements InputHandler {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Leg leg;
    private final SpokenCode code;

    private CodeCall(Leg leg, SpokenCode code) {
        this.leg = leg;
        this.code = code;
    }

    /** Calls the person. The account doesn't see this call. */
    static void place(Telephony telephony, Resource call, SpokenCode code) {
        Leg leg = telephony.leg(call, call.text("to"));
        leg.world()
                .background()
                .later(() -> leg.perform(() -> telephony.ring(leg, 60, () -> new CodeCall(leg, code).begin())));
    }

    private void begin() {
        if (!code.extension().isEmpty()) {
            leg.transcript().add(Transcript.Kind.PLAYED, "tones " + code.extension());
        }
        if (code.needsKey()) {
            say("Press any key to hear your verification code.");
            leg.waitFor(this);
            if (leg.telephony().line(leg.person()).answering() == Line.Answering.VOICEMAIL) {
                silence();
            }
        } else {
            sayCode();
        }
    }

    @Override
    public void keys(String keys, boolean early) {
        leg.proceed();
        sayCode();
    }

    @Override
    public void speech(String text, double confidence, boolean early) {
        leg.transcript().add(Transcript.Kind.CALL, "only a key is understood");
    }

    @Override
    public void silence() {
        leg.pass(PATIENCE);
        leg.end("completed");
    }

    private void sayCode() {
        say(code.sentence());
        leg.end("completed");
    }

    private void say(String text) {
        leg.transcript().said(text, code.language(), "");
    }

    @Override
    public String toString() {
        return "waiting for a key";
    }
}
