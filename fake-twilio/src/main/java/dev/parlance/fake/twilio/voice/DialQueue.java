package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.world.Hook;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Connects an agent with the caller who has waited longest in a queue, or waits for a caller. */
final class DialQueue implements InputHandler {
    private final Leg leg;
    private final Verb dial;
    private final String name;
    private final Optional<Hook> first;
    private final CallQueue queue;
    private @Nullable EnqueueVerb caller;

    DialQueue(Leg leg, Verb dial, Verb noun) {
        this.leg = leg;
        this.dial = dial;
        this.name = noun.text();
        this.first = noun.attribute("url").map(url -> Hook.of(leg.absolute(url), noun.method("method")));
        this.queue = leg.telephony().queues().named(leg.call().text("account_sid"), name);
    }

    void begin() {
        leg.waitFor(this);
        EnqueueVerb first = queue.next(this);
        if (first != null) {
            connect(first);
        }
    }

    /** Connects a caller with the agent. Called by whichever of the two came later. */
    void connect(EnqueueVerb next) {
        leg.perform(() -> {
            caller = next;
            next.leg().onEnd(() -> leg.perform(this::callerLeft));
        });
        next.leg().perform(() -> next.connect(leg, first, () -> leg.perform(this::callerLeft)));
    }

    private void callerLeft() {
        if (leg.isWaitingFor(this)) {
            finish();
        }
    }

    private void finish() {
        DialVerbs.finish(leg, dial, "DialCallStatus", "completed");
    }

    private void releaseCaller() {
        EnqueueVerb served = caller;
        if (served != null) {
            served.leg().perform(served::disconnect);
        }
    }

    @Override
    public void keys(String keys, boolean early) {
        if (caller == null) {
            return;
        }
        if (dial.flag("hangupOnStar", false) && keys.contains("*")) {
            releaseCaller();
            finish();
        } else {
            BridgeSide.press(leg, caller.leg(), keys);
        }
    }

    @Override
    public String shown(String keys) {
        return caller == null ? keys : BridgeSide.shown(caller.leg(), keys);
    }

    @Override
    public void speech(String text, double confidence, boolean early) {
        if (caller != null) {
            BridgeSide.speak(leg, caller.leg(), text);
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
        queue.remove(this);
        releaseCaller();
    }

    @Override
    public String toString() {
        return caller == null
                ? "waiting for a caller in the queue " + name
                : "connected with " + caller.leg().person();
    }
}
