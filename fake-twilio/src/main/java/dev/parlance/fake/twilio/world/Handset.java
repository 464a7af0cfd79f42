package dev.parlance.fake.twilio.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One person's phone: the texts on it, and whether it can receive more. */
public final class Handset {
    private final String address;
    private final List<Bubble> bubbles = new ArrayList<>();
    private int read;
    private volatile Place place;
    private volatile boolean landline;
    private volatile Optional<Undelivered> reception = Optional.empty();
    private volatile String name = "";

    /** A text on the phone. */
    public record Bubble(boolean mine, String number, String body, List<Media> media, String sid) {}

    /** A picture, sound or video in a text. */
    public record Media(String contentType, String url) {}

    /** Why a text is not delivered. */
    public record Undelivered(int code, String message) {
        /** The phone is off or out of range. */
        public static final Undelivered UNREACHABLE = new Undelivered(30003, "Unreachable destination handset");
    }

    Handset(String address) {
        this.address = address;
        this.place = Place.of(address);
    }

    public String address() {
        return address;
    }

    public synchronized void add(Bubble bubble) {
        bubbles.add(bubble);
        notifyAll();
    }

    /** All sent and received texts. */
    public synchronized List<Bubble> bubbles() {
        return List.copyOf(bubbles);
    }

    /** Returns the next unread text. */
    public synchronized Optional<Bubble> readNext() {
        while (read < bubbles.size()) {
            Bubble bubble = bubbles.get(read++);
            if (!bubble.mine()) {
                return Optional.of(bubble);
            }
        }
        return Optional.empty();
    }

    /** Returns the next unread text, or waits for it in real time. */
    public Optional<Bubble> awaitNext(Duration limit) {
        return RealTime.await(this, limit, this::readNext);
    }

    /** The other number in the latest text. */
    public synchronized Optional<String> lastPartner() {
        return bubbles.isEmpty()
                ? Optional.empty()
                : Optional.of(bubbles.get(bubbles.size() - 1).number());
    }

    public Place place() {
        return place;
    }

    public void setPlace(Place place) {
        this.place = place;
    }

    public boolean isLandline() {
        return landline;
    }

    public void setLandline(boolean landline) {
        this.landline = landline;
    }

    public Optional<Undelivered> reception() {
        return reception;
    }

    public void setReception(Optional<Undelivered> reception) {
        this.reception = reception;
    }

    /** The profile name, for channels that have one. */
    public String name() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
