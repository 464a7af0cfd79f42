package dev.parlance.testkit.voice;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A person's phone for calls: what it does when it rings, and the calls that it rings for. */
public final class Line {
    private final String address;
    private final Deque<Leg> ringing = new ArrayDeque<>();
    private final List<Leg> legs = new ArrayList<>();
    private Answering answering = Answering.RINGS;
    private String greeting = "";

    /** What a phone does when it is called. */
    public enum Answering {
        /** It rings, until somebody answers or the caller gives up. */
        RINGS,
        /** The person answers at once. */
        ANSWERS,
        /** The line is busy. */
        BUSY,
        /** It rings, and nobody will answer. */
        NO_ANSWER,
        /** The call cannot be put through. */
        FAILED,
        /** A machine answers. */
        VOICEMAIL
    }

    Line(String address) {
        this.address = address;
    }

    public String address() {
        return address;
    }

    public synchronized void set(Answering newAnswering, String newGreeting) {
        answering = newAnswering;
        greeting = newGreeting;
    }

    /** What it does when it is called. */
    public synchronized Answering answering() {
        return answering;
    }

    synchronized String greeting() {
        return greeting;
    }

    synchronized void rings(Leg leg) {
        ringing.addLast(leg);
    }

    synchronized void stopsRinging(Leg leg) {
        ringing.remove(leg);
    }

    /** The call that it has rung for the longest. */
    public synchronized Optional<Leg> ringing() {
        return Optional.ofNullable(ringing.peekFirst());
    }

    synchronized void add(Leg leg) {
        legs.add(leg);
    }

    /** Every call from and to this phone, the oldest first. */
    public synchronized List<Leg> legs() {
        return List.copyOf(legs);
    }
}
