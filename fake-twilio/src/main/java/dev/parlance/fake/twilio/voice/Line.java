package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.world.Phonebook;
import dev.parlance.fake.twilio.world.RealTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A person's phone line: how it reacts to calls, and its calls. */
public final class Line {
    private final String address;
    private final Deque<Leg> ringing = new ArrayDeque<>();
    private final Phonebook<Line> lines;
    private final Set<Leg> legs = new LinkedHashSet<>();
    private boolean isSetUp;
    private Answering answering = Answering.RINGS;
    private String greeting = "";

    /** How a phone reacts to a call. */
    public enum Answering {
        /** It rings until someone answers or the caller gives up. */
        RINGS,
        /** The person answers immediately. */
        ANSWERS,
        /** The line is busy. */
        BUSY,
        /** It rings, but nobody answers. */
        NO_ANSWER,
        /** The call fails. */
        FAILED,
        /** An answering machine answers. */
        VOICEMAIL
    }

    Line(String address, Phonebook<Line> lines) {
        this.lines = lines;
        this.address = address;
    }

    public String address() {
        return address;
    }

    public synchronized void set(Answering newAnswering, String newGreeting) {
        answering = newAnswering;
        greeting = newGreeting;
        isSetUp = true;
        lines.keep(this, true);
    }

    /** How the phone reacts to calls. */
    public synchronized Answering answering() {
        return answering;
    }

    synchronized String greeting() {
        return greeting;
    }

    synchronized void rings(Leg leg) {
        ringing.addLast(leg);
        notifyAll();
    }

    synchronized void stopsRinging(Leg leg) {
        ringing.remove(leg);
    }

    /** The call that has been ringing longest. */
    public synchronized Optional<Leg> ringing() {
        return Optional.ofNullable(ringing.peekFirst());
    }

    /** The call that has been ringing longest. Waits in real time until one rings. */
    public Optional<Leg> awaitRinging(Duration limit) {
        return RealTime.await(this, limit, this::ringing);
    }

    synchronized void add(Leg leg) {
        legs.add(leg);
        lines.keep(this, true);
    }

    synchronized void forget(Leg leg) {
        legs.remove(leg);
        lines.keep(this, isSetUp || !legs.isEmpty());
    }

    /** All calls from and to this phone, oldest first. */
    public synchronized List<Leg> legs() {
        return List.copyOf(legs);
    }
}
