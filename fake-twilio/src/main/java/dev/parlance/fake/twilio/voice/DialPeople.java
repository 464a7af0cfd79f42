package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Document;
import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.voice.OutgoingCall.StatusCallback;
import dev.parlance.fake.twilio.world.Hook;
import dev.parlance.fake.twilio.world.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rings other people, and connects the caller with the first who answers. */
final class DialPeople implements InputHandler {
    private static final Set<String> PEOPLE = Set.of("Number", "Client", "Sip", "Sim", "WhatsApp");

    private final Leg leg;
    private final Verb dial;
    private final int timeout;
    private final List<Leg> ringing = new ArrayList<>();
    private final Set<String> outcomes = new HashSet<>();
    private @Nullable Leg connected;
    private @Nullable Leg last;
    private Instant since = Instant.EPOCH;

    DialPeople(Leg leg, Verb dial) {
        this.leg = leg;
        this.dial = dial;
        this.timeout = dial.number("timeout", 30);
    }

    void begin() {
        leg.waitFor(this);
        List<Verb> targets = dial.children().stream()
                .filter(child -> PEOPLE.contains(child.name()))
                .toList();
        if (!targets.isEmpty()) {
            targets.forEach(target -> ring(target, address(target)));
        } else if (!dial.text().isEmpty()) {
            ring(dial, dial.text());
        }
        if (ringing.isEmpty()) {
            leg.world().alert(13223, "Dial: there is no valid number to call in " + dial);
            outcomes.add("failed");
            finish();
        }
    }

    private static String address(Verb target) {
        if (!target.name().equals("Client")) {
            return target.text();
        }
        return "client:"
                + target.children().stream()
                        .filter(child -> child.name().equals("Identity"))
                        .map(Verb::text)
                        .findFirst()
                        .orElse(target.text());
    }

    private void ring(Verb target, String address) {
        if (!target.name().equals("Client") && !Telephony.isCallable(address)) {
            leg.world().alert(13224, "Dial: " + address + " can't be called");
            outcomes.add("failed");
            return;
        }
        Resource call = leg.telephony()
                .create(leg.call().text("account_sid"), "outbound-dial", callerId(), address)
                .set("parent_call_sid", leg.call().sid());
        Leg child = leg.telephony().leg(call, address);
        ringing.add(child);
        child.setStatusCallback(statusCallback(target));
        child.onEnd(() -> leg.perform(() -> childEnded(child)));
        child.atDocumentEnd(() -> connect(child));
        leg.transcript().add(Transcript.Kind.CALL, "rings at " + address);
        Optional<Hook> whisper =
                target.attribute("url").map(url -> Hook.of(leg.absolute(url), target.method("method")));
        child.perform(() -> leg.telephony().ring(child, timeout, () -> answered(child, whisper)));
    }

    private String callerId() {
        return dial.attribute("callerId", leg.call().text(leg.call().is("direction", "inbound") ? "from" : "to"));
    }

    private StatusCallback statusCallback(Verb target) {
        return target.attribute("statusCallback")
                .map(url -> new StatusCallback(
                        leg.absolute(url),
                        target.method("statusCallbackMethod"),
                        Set.of(target.attribute("statusCallbackEvent", "completed")
                                .strip()
                                .split("\\s+", -1))))
                .orElse(StatusCallback.NONE);
    }

    private void answered(Leg child, Optional<Hook> whisper) {
        if (whisper.isEmpty()) {
            connect(child);
            return;
        }
        Optional<Document> document = child.ask(whisper.get());
        document.ifPresentOrElse(child::restart, () -> child.end("completed"));
    }

    private void connect(Leg child) {
        child.waitFor(new BridgeSide(child, leg));
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
        BridgeSide.announce(leg, child);
        leg.notifyBridged(child);
        child.notifyBridged(leg);
        for (Leg other : List.copyOf(ringing)) {
            if (!other.equals(child)) {
                other.perform(() -> other.end("canceled"));
            }
        }
    }

    private void childEnded(Leg child) {
        ringing.remove(child);
        last = child;
        outcomes.add(child.call().text("status"));
        boolean done = connected == null ? ringing.isEmpty() : child.equals(connected);
        if (done && leg.isWaitingFor(this)) {
            finish();
        }
    }

    private void finish() {
        List<String> results = new ArrayList<>(
                List.of("DialCallStatus", outcome(), "DialBridged", Boolean.toString(connected != null)));
        if (last != null) {
            long seconds = connected == null
                    ? 0
                    : Duration.between(since, leg.world().clock().instant()).toSeconds();
            results.addAll(List.of("DialCallSid", last.call().sid(), "DialCallDuration", Long.toString(seconds)));
            if (connected != null && dial.attribute("record", "do-not-record").startsWith("record-")) {
                Resource recording = Recordings.save(leg, "DialVerb", seconds);
                results.addAll(List.of("RecordingUrl", Recordings.url(leg, recording)));
            }
        }
        if (leg.isAnswered()) {
            leg.notifyConnectedToTwilio();
        }
        DialVerbs.finish(leg, dial, results.toArray(String[]::new));
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
    public void speech(String text, double confidence, boolean early) {
        if (connected != null) {
            BridgeSide.speak(leg, connected, text);
        }
    }

    @Override
    public void silence() {
        if (connected == null) {
            leg.pass(Duration.ofSeconds(timeout));
        }
    }

    @Override
    public void abandoned() {
        hungUp();
    }

    @Override
    public void hungUp() {
        for (Leg other : List.copyOf(ringing)) {
            other.perform(() -> other.end(other.isAnswered() ? "completed" : "canceled"));
        }
    }

    @Override
    public String toString() {
        return connected == null ? "waiting for someone to answer" : "connected with " + connected.person();
    }
}
