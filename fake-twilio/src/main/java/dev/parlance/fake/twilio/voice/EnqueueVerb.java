package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Document;
import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.world.Hook;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keeps a caller in a queue, with the music or document of the application. */
final class EnqueueVerb implements InputHandler {
    private static final Duration MUSIC_LENGTH = Duration.ofSeconds(30);

    private final Leg leg;
    private final Verb verb;
    private final CallQueue queue;
    private final Hook action;
    private final Instant since;

    EnqueueVerb(Leg leg, Verb verb) {
        this.leg = leg;
        this.verb = verb;
        this.queue = leg.telephony().queues().named(leg.call().text("account_sid"), verb.text());
        this.action = Hook.of(verb.attribute("action").map(leg::absolute).orElse(""), verb.method("method"));
        this.since = leg.world().clock().instant();
    }

    void begin() {
        if (queue.size() >= verb.number("maxQueueSize", queue.maxSize())) {
            finish("queue-full");
            return;
        }
        leg.transcript().add(Transcript.Kind.CALL, "waits in the queue " + verb.text());
        leg.waitFor(this);
        leg.onEnd(this::hungUpInQueue);
        leg.telephony().addToQueue(this);
        DialQueue agent = queue.enter(this);
        if (agent == null) {
            playMusic();
        } else {
            agent.connect(this);
        }
    }

    private void playMusic() {
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
                        queue.averageWait(),
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

    /**
     * Called when an agent takes the caller.
     *
     * @param first a document for the caller, before they are connected
     * @param onRedirect what to do when the account redirects the connected caller
     */
    void connect(Leg agent, Optional<Hook> first, Runnable onRedirect) {
        leg.leaveInserted();
        Optional<Document> document = first.flatMap(hook -> leg.ask(
                hook,
                "QueueSid",
                queue.sid(),
                "QueueTime",
                seconds(),
                "DequeingCallSid",
                agent.call().sid()));
        Runnable bridge = () -> bridge(agent, onRedirect);
        document.ifPresentOrElse(it -> leg.insert(it, bridge), bridge);
    }

    private void bridge(Leg agent, Runnable onRedirect) {
        leg.waitFor(new BridgeSide(leg, agent, () -> {
            report("redirected-from-bridged");
            onRedirect.run();
        }));
        BridgeSide.announce(agent, leg);
    }

    /** Called when the agent hangs up. */
    void disconnect() {
        if (!leg.isOver()) {
            finish("bridged");
        }
    }

    /** Leaves the queue without an agent. Returns whether the caller was still in it. */
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
            leg.proceed();
        } else {
            leg.goTo(action, "QueueResult", result, "QueueSid", queue.sid(), "QueueTime", seconds());
        }
    }

    private void hungUpInQueue() {
        if (queue.remove(this)) {
            report("hangup");
        }
    }

    /** Tells the application how the caller left, without running its document. */
    private void report(String result) {
        if (!action.url().isEmpty()) {
            var parameters = leg.form().with("QueueResult", result, "QueueSid", queue.sid(), "QueueTime", seconds());
            leg.world().background().later(() -> leg.form().send(action.url(), action.method(), parameters));
        }
    }

    @Override
    public void keys(String keys, boolean early) {
        // Keys have no effect during the music.
    }

    @Override
    public void speech(String text, double confidence, boolean early) {
        // Speech has no effect during the music.
    }

    @Override
    public void silence() {
        leg.pass(MUSIC_LENGTH);
        playMusic();
    }

    @Override
    public String toString() {
        return "waiting in the queue " + verb.text();
    }
}
