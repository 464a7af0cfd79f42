package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.world.Resource;
import java.util.Optional;

/**
 * A number of the account that the account itself calls. Its document answers: what it says is heard on the calling leg, and the
 * keys and words of the caller reach it.
 */
final class FarEnd {
    private final Leg incoming;

    private FarEnd(Leg incoming) {
        this.incoming = incoming;
    }

    /** Lets the number's document answer a ringing leg; empty if the account has no document for this number. */
    static Optional<FarEnd> of(Leg caller) {
        Telephony telephony = caller.telephony();
        Optional<Resource> number = caller.world()
                .owned()
                .number(caller.person())
                .filter(owned -> telephony.hook(owned).isPresent());
        return number.map(owned -> {
            String from = caller.call().text("from");
            Resource call = telephony.create(owned.text("account_sid"), "inbound", from, caller.person());
            FarEnd far = new FarEnd(telephony.legWithoutPhone(call, from));
            far.incoming.transcript().forwardTo(caller.transcript());
            far.incoming.onPickUp(() -> caller.perform(caller::answer));
            far.incoming.onEnd(
                    () -> caller.perform(() -> caller.end(far.incoming.call().text("status"))));
            caller.onEnd(far::hangUp);
            telephony.run(far.incoming, owned);
            return far;
        });
    }

    private void hangUp() {
        incoming.perform(incoming::hangUpByTwilio);
    }

    /** Keys for this document as transcripts show them. */
    String shown(String keys) {
        return incoming.shown(keys);
    }

    void keys(String keys) {
        incoming.keys(keys, false);
    }

    void speech(String text, double confidence) {
        incoming.speech(text, confidence, false);
    }

    void silence() {
        incoming.silence();
    }

    void completeInput() {
        incoming.completeInput();
    }
}
