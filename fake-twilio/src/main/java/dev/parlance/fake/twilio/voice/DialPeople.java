package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Document;
import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.world.Hook;
import dev.parlance.fake.twilio.world.PhoneNumbers;
import dev.parlance.fake.twilio.world.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rings other people, all at once or one after the other, and connects the caller with the first who answers. */
final class DialPeople implements InputHandler {
    private static final int MAX_TARGETS = 10;
    private static final int MAX_SECONDS = 14_400;

    private final Leg leg;
    private final Verb dial;
    private final int timeout;
    private final Hook action;
    private final Optional<DialRecording> recording;
    private final Deque<DialTarget> waiting = new ArrayDeque<>();
    private final List<Leg> ringing = new ArrayList<>();
    private final Set<String> outcomes = new HashSet<>();
    private @Nullable Leg connected;
    private @Nullable Leg last;
    private Instant since = Instant.EPOCH;

    DialPeople(Leg leg, Verb dial) {
        this.leg = leg;
        this.dial = dial;
        this.timeout = dial.number("timeout", 30);
        this.action = Hook.of(dial.attribute("action").map(leg::absolute).orElse(""), dial.method("method"));
        this.recording = DialRecording.of(leg, dial, "DialVerb");
    }

    void begin() {
        leg.waitFor(this);
        List<DialTarget> targets = DialTarget.of(dial);
        if (targets.size() > MAX_TARGETS) {
            leg.world().alert(13223, "Dial: it rings the first " + MAX_TARGETS + " of " + targets.size() + " numbers");
        }
        targets.stream().limit(MAX_TARGETS).forEach(waiting::add);
        if (targets.isEmpty()) {
            leg.world().alert(13223, "Dial: there is no valid number to call in " + dial);
            outcomes.add("failed");
        } else if (!CallerIds.areAllowed(leg, dial, callerId(), targets)) {
            leg.world().alert(13214, "Dial: Invalid callerId value: " + callerId());
            outcomes.add("failed");
            waiting.clear();
        }
        ringNext();
    }

    /** Rings the next person, or all if they are not called one after the other. */
    private void ringNext() {
        boolean oneByOne = dial.flag("sequential", false);
        while (!waiting.isEmpty() && !(oneByOne && !ringing.isEmpty())) {
            ring(waiting.remove());
        }
        if (ringing.isEmpty()) {
            finish();
        }
    }

    private void ring(DialTarget target) {
        if (!target.isCallable()) {
            leg.world().alert(13224, "Dial: " + target.address() + " can't be called");
            outcomes.add("failed");
            return;
        }
        Resource call = leg.telephony()
                .create(leg.call().text("account_sid"), "outbound-dial", callerId(), target.address())
                .set("parent_call_sid", leg.call().sid());
        Leg child = leg.telephony().leg(call, target.address());
        ringing.add(child);
        child.setStatusCallback(target.statusCallback(leg));
        child.onEnd(() -> leg.perform(() -> childEnded(child)));
        child.atDocumentEnd(() -> connect(child));
        leg.transcript().add(Transcript.Kind.CALL, "rings at " + target.address());
        Optional<Hook> whisper = target.whisper(leg);
        child.perform(() -> {
            child.enter("queued", "initiated");
            leg.telephony().ring(child, timeout, () -> answered(child, target, whisper));
        });
    }

    private String callerId() {
        return dial.attribute("callerId")
                .map(PhoneNumbers::normalized)
                .orElseGet(() -> leg.call().text(leg.call().is("direction", "inbound") ? "from" : "to"));
    }

    private void answered(Leg child, DialTarget target, Optional<Hook> whisper) {
        target.noun().attribute("sendDigits").ifPresent(digits -> sendDigits(child, digits));
        if (whisper.isEmpty()) {
            connect(child);
            return;
        }
        Optional<Document> document = child.ask(whisper.get());
        document.ifPresentOrElse(child::restart, () -> child.end("completed"));
    }

    private static void sendDigits(Leg child, String digits) {
        child.transcript().add(Transcript.Kind.PLAYED, "tones " + BridgeSide.shown(child, digits));
        child.farEnd().ifPresent(far -> far.keys(digits.replaceAll("[^0-9*#]", "")));
    }

    private void connect(Leg child) {
        child.waitFor(new BridgeSide(child, leg, () -> leg.perform(() -> childEnded(child))));
        leg.perform(() -> childConnected(child));
    }

    private void childConnected(Leg child) {
        if (!leg.isWaitingFor(this) || connected != null) {
            child.perform(() -> child.end("completed"));
            return;
        }
        connected = child;
        since = leg.world().clock().instant();
        if (!leg.isAnswered()) {
            leg.pickUp(true);
        }
        recording.ifPresent(DialRecording::start);
        limitTime(child);
        BridgeSide.announce(leg, child);
        leg.notifyBridged(child);
        child.notifyBridged(leg);
        waiting.clear();
        for (Leg other : List.copyOf(ringing)) {
            if (!other.equals(child)) {
                other.perform(() -> other.end("canceled"));
            }
        }
    }

    private void limitTime(Leg child) {
        Instant end = since.plusSeconds(dial.number("timeLimit", MAX_SECONDS));
        child.schedule(end, "time limit of the call with " + child.person(), () -> child.end("completed"));
    }

    private void childEnded(Leg child) {
        ringing.remove(child);
        last = child;
        outcomes.add(child.call().text("status"));
        if (!leg.isWaitingFor(this)) {
            return;
        }
        if (connected == null) {
            ringNext();
        } else if (child.equals(connected)) {
            finish();
        }
    }

    private void finish() {
        String[] results = results();
        if (leg.isAnswered()) {
            leg.notifyConnectedToTwilio();
        }
        DialVerbs.finish(leg, dial, results);
    }

    /** The parameters for the action. Ends the recording. */
    private String[] results() {
        List<String> results = new ArrayList<>(
                List.of("DialCallStatus", outcome(), "DialBridged", Boolean.toString(connected != null)));
        long seconds = connected == null
                ? 0
                : Duration.between(since, leg.world().clock().instant()).toSeconds();
        if (last != null) {
            results.addAll(List.of("DialCallSid", last.call().sid(), "DialCallDuration", Long.toString(seconds)));
        }
        recording
                .flatMap(DialRecording::end)
                .ifPresent(it ->
                        results.addAll(List.of("RecordingUrl", Recordings.url(leg, it), "RecordingSid", it.sid())));
        return results.toArray(String[]::new);
    }

    private String outcome() {
        if (connected != null) {
            return "completed";
        }
        for (String status : List.of("busy", "no-answer", "failed")) {
            if (outcomes.contains(status)) {
                return status;
            }
        }
        return outcomes.contains("completed") ? "completed" : "canceled";
    }

    @Override
    public void keys(String keys, boolean early) {
        Leg other = connected;
        if (other == null) {
            return;
        }
        if (dial.flag("hangupOnStar", false) && keys.contains("*")) {
            other.perform(() -> other.end("completed"));
        } else {
            BridgeSide.press(leg, other, keys);
        }
    }

    @Override
    public String shown(String keys) {
        return connected == null ? keys : BridgeSide.shown(connected, keys);
    }

    @Override
    public void speech(String text, double confidence, boolean early) {
        if (connected != null) {
            BridgeSide.speak(leg, connected, text);
        }
    }

    @Override
    public void silence() {
        if (connected == null) {
            leg.pass(Duration.ofSeconds(timeout));
        } else {
            connected.farEnd().ifPresent(FarEnd::silence);
        }
    }

    @Override
    public void completeInput() {
        if (connected != null) {
            connected.farEnd().ifPresent(FarEnd::completeInput);
        }
    }

    @Override
    public void abandoned() {
        endOthers();
        recording.ifPresent(DialRecording::end);
    }

    @Override
    public void hungUp() {
        Leg other = connected != null || ringing.isEmpty() ? connected : ringing.get(0);
        last = other == null ? last : other;
        endOthers();
        String[] results = results();
        if (!action.url().isEmpty()) {
            var parameters = leg.form().with(results);
            leg.world().background().later(() -> leg.form().send(action.url(), action.method(), parameters));
        }
    }

    private void endOthers() {
        waiting.clear();
        for (Leg other : List.copyOf(ringing)) {
            other.perform(() -> other.end(other.isAnswered() ? "completed" : "canceled"));
        }
    }

    @Override
    public String toString() {
        return connected == null ? "waiting for someone to answer" : "connected with " + connected.person();
    }
}
