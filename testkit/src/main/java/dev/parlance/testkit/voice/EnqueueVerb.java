package dev.parlance.testkit.voice;

import dev.parlance.testkit.document.Verb;
import dev.parlance.testkit.world.Hook;
import java.time.Duration;
import java.time.Instant;

/** Waits in a queue, and hears what the application has for those who wait. */
final class EnqueueVerb implements Waiting {
    private static final int QUEUE_SIZE = 100;
    private static final Duration A_ROUND_OF_MUSIC = Duration.ofSeconds(30);

    private final Leg leg;
    private final Verb verb;
    private final CallQueue queue;
    private final Hook action;
    private final Instant since;

    EnqueueVerb(Leg leg, Verb verb) {
        this.leg = leg;
        this.verb = verb;
        this.queue = leg.telephony().queue(verb.text());
        this.action = Hook.of(verb.attribute("action").map(leg::absolute).orElse(""), verb.method("method"));
        this.since = leg.world().clock().instant();
    }

    void begin() {
        if (queue.size() >= verb.number("maxQueueSize", QUEUE_SIZE)) {
            finish("queue-full");
            return;
        }
        leg.transcript().add(Transcript.Kind.CALL, "waits in the queue " + verb.text());
        leg.waitFor(this);
        leg.whenOver(this::isGone);
        leg.telephony().isQueued(this);
        DialQueue agent = queue.enter(this);
        if (agent == null) {
            hearMusic();
        } else {
            agent.take(this);
        }
    }

    private void hearMusic() {
        if (verb.attribute("waitUrl").isEmpty()) {
            leg.transcript().add(Transcript.Kind.PLAYED, "hold music");
            return;
        }
        Hook hook = Hook.of(leg.absolute(verb.attribute("waitUrl", "")), verb.method("waitUrlMethod"));
        leg.ask(
                        hook,
                        "QueuePosition",
                        Integer.toString(queue.position(this)),
                        "QueueSid",
                        queue.sid(),
                        "QueueTime",
                        seconds(),
                        "AvgQueueTime",
                        "0",
                        "CurrentQueueSize",
                        Integer.toString(queue.size()))
                .ifPresent(document -> leg.insert(document, () -> leg.waitFor(this)));
    }

    private String seconds() {
        return Long.toString(
                Duration.between(since, leg.world().clock().instant()).toSeconds());
    }

    Leg leg() {
        return leg;
    }

    /** The caller's turn has come. */
    void connect(Leg agent) {
        leg.leaveInserted();
        leg.waitFor(new BridgeSide(leg, agent));
    }

    /** The one whom the caller was connected with is gone. */
    void disconnect() {
        if (!leg.isOver()) {
            finish("bridged");
        }
    }

    /** Leaves the queue before any turn has come; answers whether it was still in it. */
    boolean leave(String result) {
        if (!queue.remove(this)) {
            return false;
        }
        leg.leaveInserted();
        finish(result);
        return true;
    }

    private void finish(String result) {
        if (action.url().isEmpty()) {
            leg.goOn();
        } else {
            leg.goTo(action, "QueueResult", result, "QueueSid", queue.sid(), "QueueTime", seconds());
        }
    }

    private void isGone() {
        if (queue.remove(this) && !action.url().isEmpty()) {
            var parameters = leg.form().with("QueueResult", "hangup", "QueueSid", queue.sid(), "QueueTime", seconds());
            leg.world().background().later(() -> leg.form().tell(action.url(), action.method(), parameters));
        }
    }

    @Override
    public void keys(String keys, boolean early) {
        // Nobody asks for keys while there is music.
    }

    @Override
    public void speech(String text, double confidence, boolean early) {
        // Nobody listens.
    }

    @Override
    public void silence() {
        leg.pass(A_ROUND_OF_MUSIC);
        hearMusic();
    }

    @Override
    public String toString() {
        return "waiting in the queue " + verb.text();
    }
}
