package dev.parlance.testkit.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The texts of one person: what came in, what was sent, and what becomes of texts to it. */
public final class Handset {
    private final String address;
    private final List<Bubble> bubbles = new ArrayList<>();
    private int read;
    private volatile Place place;
    private volatile boolean landline;
    private volatile Optional<Undelivered> reception = Optional.empty();
    private volatile String name = "";

    /** One text in the person's conversation. */
    public record Bubble(boolean mine, String number, String body, List<Media> media, String sid) {}

    /** A picture, a sound or a film in a text. */
    public record Media(String contentType, String url) {}

    /** Why a text is not delivered. */
    public record Undelivered(int code, String message) {
        /** The phone is off, or out of reach. */
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
    }

    /** The whole conversation. */
    public synchronized List<Bubble> bubbles() {
        return List.copyOf(bubbles);
    }

    /** The next text that came in and was not looked at. */
    public synchronized Optional<Bubble> readNext() {
        while (read < bubbles.size()) {
            Bubble bubble = bubbles.get(read++);
            if (!bubble.mine()) {
                return Optional.of(bubble);
            }
        }
        return Optional.empty();
    }

    /** Whom this person wrote with last. */
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

    /** The name of the person's profile, where the channel has one. */
    public String name() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
