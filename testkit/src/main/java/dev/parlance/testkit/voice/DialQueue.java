package dev.parlance.testkit.voice;

import dev.parlance.testkit.document.Verb;
import org.jspecify.annotations.Nullable;

/** Connects with the one who has waited in a queue for the longest, or waits for somebody to come. */
final class DialQueue implements Waiting {
    private final Leg leg;
    private final Verb dial;
    private final String name;
    private final CallQueue queue;
    private @Nullable EnqueueVerb caller;

    DialQueue(Leg leg, Verb dial, String name) {
        this.leg = leg;
        this.dial = dial;
        this.name = name;
        this.queue = leg.telephony().queue(name);
    }

    void begin() {
        leg.waitFor(this);
        EnqueueVerb first = queue.call(this);
        if (first != null) {
            take(first);
        }
    }

    /** Takes a caller out of the queue; whichever of the two came later calls this. */
    void take(EnqueueVerb next) {
        leg.perform(() -> {
            caller = next;
            next.leg().whenOver(() -> leg.perform(this::callerIsGone));
            BridgeSide.announce(leg, next.leg());
        });
        next.leg().perform(() -> next.connect(leg));
    }

    private void callerIsGone() {
        if (leg.isWaitingFor(this)) {
            finish();
        }
    }

    private void finish() {
        DialVerbs.finish(leg, dial, "DialCallStatus", "completed");
    }

    private void letGo() {
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
            letGo();
            finish();
        } else {
            BridgeSide.press(leg, caller.leg(), keys);
        }
    }

    @Override
    public void speech(String text, double confidence, boolean early) {
        if (caller != null) {
            BridgeSide.speak(leg, caller.leg(), text);
        }
    }

    @Override
    public void silence() {
        // Whoever dials a queue waits for as long as it takes.
    }

    @Override
    public void abandoned() {
        hungUp();
    }

    @Override
    public void hungUp() {
        queue.remove(this);
        letGo();
    }

    @Override
    public String toString() {
        return caller == null
                ? "waiting for somebody in the queue " + name
                : "connected with " + caller.leg().person();
    }
}
