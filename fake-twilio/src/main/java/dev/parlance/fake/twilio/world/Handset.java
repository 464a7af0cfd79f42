package dev.parlance.fake.twilio.world;

import dev.parlance.fake.twilio.content.Interactive;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One person's phone: the texts on it, and whether it can receive more. */
public final class Handset {
    private final String address;
    private final Phonebook<Handset> phones;
    private final Deque<Bubble> bubbles = new ArrayDeque<>();
    private final Deque<Bubble> unread = new ArrayDeque<>();
    private boolean isSetUp;
    private volatile Place place;
    private volatile Optional<PhoneLine> line = Optional.empty();
    private volatile Optional<Instant> newSim = Optional.empty();
    private volatile Optional<Instant> newOwner = Optional.empty();
    private volatile Optional<Undelivered> reception = Optional.empty();
    private volatile String name = "";
    private volatile boolean isOnChannel;
    private final Map<String, Instant> lastSent = new ConcurrentHashMap<>();
    private final Map<String, Instant> lastTyping = new ConcurrentHashMap<>();

    /** A text on the phone. */
    public record Bubble(boolean mine, String number, String body, List<Media> media, String sid, Interactive content) {
        public Bubble(boolean mine, String number, String body, List<Media> media, String sid) {
            this(mine, number, body, media, sid, Interactive.NONE);
        }
    }

    /** A picture, sound or video in a text. */
    public record Media(String contentType, String url) {}

    /** Why a text is not delivered. */
    public record Undelivered(int code, String message) {
        /** The phone is off or out of range. */
        public static final Undelivered UNREACHABLE = new Undelivered(30003, "Unreachable destination handset");
    }

    Handset(String address, Phonebook<Handset> phones) {
        this.phones = phones;
        this.address = address;
        this.place = Place.of(address);
        this.isOnChannel = !address.startsWith("rcs:");
    }

    public String address() {
        return address;
    }

    synchronized void add(Bubble bubble) {
        bubbles.add(bubble);
        if (!bubble.mine()) {
            unread.add(bubble);
        }
        phones.keep(this, true);
        lastTyping.remove(bubble.number());
        notifyAll();
    }

    /** Forgets the oldest text, read or unread. */
    @SuppressWarnings("ReferenceEquality") // of two equal texts, one can be read and the other unread
    synchronized void forgetOldest() {
        Bubble oldest = bubbles.poll();
        if (oldest != null && unread.peek() == oldest) {
            unread.remove();
        }
        phones.keep(this, isSetUp || !bubbles.isEmpty());
    }

    /** A phone that a test has set up is never forgotten. */
    private synchronized void setUp() {
        isSetUp = true;
        phones.keep(this, true);
    }

    /** All sent and received texts. */
    public synchronized List<Bubble> bubbles() {
        return List.copyOf(bubbles);
    }

    /** Returns the next unread text. */
    public synchronized Optional<Bubble> readNext() {
        return Optional.ofNullable(unread.poll());
    }

    /** Returns the next unread text, or waits for it in real time. */
    public Optional<Bubble> awaitNext(Duration limit) {
        return RealTime.await(this, limit, this::readNext);
    }

    /** The other number in the latest text. A sender that is only a name can't be texted. */
    public synchronized Optional<String> lastPartner() {
        for (Iterator<Bubble> newest = bubbles.descendingIterator(); newest.hasNext(); ) {
            String number = newest.next().number();
            if (number.chars().anyMatch(Character::isDigit)) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    /** Whether this person uses the channel of the address. RCS needs a phone that has it, other channels are there by default. */
    public boolean isOnChannel() {
        return isOnChannel;
    }

    public void setOnChannel(boolean isOn) {
        isOnChannel = isOn;
        setUp();
    }

    /** Records that this person has written to a sender, which opens the window for free messages. */
    public void wroteTo(String sender, Instant time) {
        lastSent.put(sender, time);
    }

    /** When this person last wrote to a sender. */
    public Optional<Instant> lastWroteTo(String sender) {
        return Optional.ofNullable(lastSent.get(sender));
    }

    /** Shows that a sender is typing. */
    public void showTyping(String sender, Instant time) {
        lastTyping.put(sender, time);
    }

    /** When a sender last showed that it is typing, if it has sent nothing since. */
    public Optional<Instant> lastTypingOf(String sender) {
        return Optional.ofNullable(lastTyping.get(sender));
    }

    public Place place() {
        return place;
    }

    public void setPlace(Place place) {
        this.place = place;
        setUp();
    }

    public boolean isLandline() {
        return line.filter(known -> known.type().equals(PhoneLine.LANDLINE)).isPresent();
    }

    /** What is known about the line; empty if the test has not set it. */
    public Optional<PhoneLine> line() {
        return line;
    }

    public void setLine(PhoneLine newLine) {
        line = Optional.of(newLine);
        setUp();
    }

    /** When the person got another SIM card, if they did. */
    public Optional<Instant> newSim() {
        return newSim;
    }

    public void setNewSim(Instant time) {
        newSim = Optional.of(time);
        setUp();
    }

    /** When the number was given to someone else, if it was. */
    public Optional<Instant> newOwner() {
        return newOwner;
    }

    public void setNewOwner(Instant time) {
        newOwner = Optional.of(time);
        setUp();
    }

    public Optional<Undelivered> reception() {
        return reception;
    }

    public void setReception(Optional<Undelivered> reception) {
        this.reception = reception;
        setUp();
    }

    /** The profile name, for channels that have one. */
    public String name() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
        setUp();
    }
}
