package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.voice.OutgoingCall.StatusCallback;
import dev.parlance.fake.twilio.world.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Calls from the account to people: they are placed, ring, and are answered or not. */
final class OutgoingCalls {
    private static final int MAX_MACHINE_SILENCES = 20;

    private final Telephony telephony;

    OutgoingCalls(Telephony telephony) {
        this.telephony = telephony;
    }

    /** Places a call after the API has answered. */
    Leg place(OutgoingCall order, Consumer<Leg> begin) {
        Resource call = telephony.create(order.account(), "outbound-api", order.from(), order.to());
        Leg leg = telephony.leg(call, order.to());
        leg.setStatusCallback(order.statusCallback());
        leg.world().background().later(() -> place(leg, order, begin));
        return leg;
    }

    /** Each step follows the callbacks of the one before, so the application hears of the call before it is asked for a document. */
    private void place(Leg leg, OutgoingCall order, Consumer<Leg> begin) {
        leg.perform(() -> {
            if (leg.isOver()) {
                return; // canceled in the meantime
            }
            leg.transcript().add(Transcript.Kind.CALL, order.from() + " calls " + order.to());
            leg.enter("queued", "initiated");
        });
        leg.world().background().later(() -> ring(leg, order, begin));
    }

    private void ring(Leg leg, OutgoingCall order, Consumer<Leg> begin) {
        leg.perform(() -> {
            if (!leg.isOver()) {
                leg.enter("ringing", "ringing");
            }
        });
        leg.world().background().later(() -> reachPhone(leg, order, begin));
    }

    private void reachPhone(Leg leg, OutgoingCall order, Consumer<Leg> begin) {
        leg.perform(() -> {
            if (!leg.isOver()) {
                reachPhone(leg, order.timeout(), () -> answered(leg, order, begin));
            }
        });
        if (telephony.line(leg.person()).answering() == Line.Answering.VOICEMAIL) {
            for (int round = 0; round < MAX_MACHINE_SILENCES && leg.isAskingForInput(); round++) {
                leg.silence();
            }
        }
    }

    private void detect(Leg leg, String machineDetection) {
        if (!machineDetection.isEmpty()) {
            boolean machine = telephony.line(leg.person()).answering() == Line.Answering.VOICEMAIL;
            String start = machineDetection.equals("DetectMessageEnd") ? "machine_end_beep" : "machine_start";
            leg.call().set("answered_by", machine ? start : "human");
        }
    }

    private void answered(Leg leg, OutgoingCall order, Consumer<Leg> begin) {
        detect(leg, order.machineDetection());
        StatusCallback detection = order.detectionCallback();
        if (!detection.url().isEmpty()) {
            var parameters = leg.form().with("MachineDetectionDuration", "0");
            leg.world().background().later(() -> leg.form().send(detection.url(), detection.method(), parameters));
        }
        order.recording().ifPresent(leg::record);
        order.timeLimit().ifPresent(leg::limitTime);
        if (!order.sendDigits().isEmpty()) {
            leg.transcript().add(Transcript.Kind.PLAYED, "tones " + order.sendDigits());
        }
        begin.accept(leg);
    }

    /** Runs the document that an order names. */
    static void begin(Leg leg, OutgoingCall order) {
        if (order.hook().isPresent()) {
            leg.goTo(order.hook().get());
        } else {
            leg.follow(order.twiml());
        }
    }

    /** Rings a phone, which reacts as its person set it up. Call it only within {@link Leg#perform}. */
    void ring(Leg leg, int timeout, Runnable onAnswer) {
        leg.enter("ringing", "ringing");
        reachPhone(leg, timeout, onAnswer);
    }

    private void reachPhone(Leg leg, int timeout, Runnable onAnswer) {
        Line line = telephony.line(leg.person());
        leg.onAnswer(onAnswer);
        Optional<FarEnd> farEnd = FarEnd.of(leg);
        if (farEnd.isPresent()) {
            leg.setFarEnd(farEnd.get());
            return;
        }
        Browsers.Presence presence = telephony.browsers().ring(leg);
        if (presence == Browsers.Presence.OFFLINE) {
            leg.end("no-answer");
            return;
        }
        switch (presence == Browsers.Presence.RINGS ? Line.Answering.RINGS : line.answering()) {
            case ANSWERS -> leg.answer();
            case VOICEMAIL -> {
                leg.transcript().add(Transcript.Kind.OTHER, "a machine answers: " + line.greeting());
                leg.answer();
            }
            case BUSY -> leg.end("busy");
            case FAILED -> leg.end("failed");
            case NO_ANSWER -> {
                leg.pass(Duration.ofSeconds(timeout));
                leg.end("no-answer");
            }
            case RINGS -> {
                line.rings(leg);
                Instant end = leg.world().clock().instant().plusSeconds(timeout);
                leg.ringUntil(end, () -> {
                    if (!leg.isAnswered()) {
                        leg.end("no-answer");
                    }
                });
            }
        }
    }
}
