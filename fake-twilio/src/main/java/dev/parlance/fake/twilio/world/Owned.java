package dev.parlance.fake.twilio.world;

import dev.parlance.fake.MovableClock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The resources of the accounts, by type. */
public final class Owned {
    private final Sids sids;
    private final MovableClock clock;
    private final List<Shelf> shelves = new CopyOnWriteArrayList<>();
    private final Shelf numbers;
    private final Shelf applications;
    private final Shelf callerIds;
    private final Shelf keys;
    private final Shelf messagingServices;
    private final Shelf messages;
    private final Shelf media;
    private final Shelf calls;
    private final Shelf recordings;

    Owned(Sids sids, MovableClock clock) {
        this.sids = sids;
        this.clock = clock;
        numbers = shelf2010("incoming_phone_numbers", "incoming-phone-number", "PN");
        applications = shelf2010("applications", "application", "AP");
        callerIds = shelf2010("outgoing_caller_ids", "outgoing-caller-id", "PN");
        keys = shelf2010("keys", "key", "SK");
        messagingServices = shelf("services", Template.of("messaging-service", "MG", Dates.ISO_8601));
        messages = shelf2010("messages", "message", "SM");
        media = shelf2010("media_list", "media", "ME");
        calls = shelf2010("calls", "call", "CA");
        recordings = shelf2010("recordings", "recording", "RE");
    }

    private Shelf shelf2010(String key, String template, String prefix) {
        return shelf(key, Template.of(template, prefix, Dates.RFC_2822));
    }

    /** Creates a shelf for another type of resource. */
    public Shelf shelf(String key, Template template) {
        Shelf shelf = new Shelf(key, template, sids, clock);
        shelves.add(shelf);
        return shelf;
    }

    boolean contains(String sid) {
        return shelves.stream().anyMatch(shelf -> shelf.find(sid).isPresent());
    }

    public Shelf numbers() {
        return numbers;
    }

    public Shelf applications() {
        return applications;
    }

    public Shelf callerIds() {
        return callerIds;
    }

    public Shelf keys() {
        return keys;
    }

    /** The secret for the next key, as long as Twilio's. */
    public String nextKeySecret() {
        return String.format(Locale.ROOT, "secret-%025d", keys.oldestFirst().size());
    }

    /** Messaging services: one or more senders under one SID. */
    public Shelf messagingServices() {
        return messagingServices;
    }

    public Shelf messages() {
        return messages;
    }

    public Shelf media() {
        return media;
    }

    public Shelf calls() {
        return calls;
    }

    public Shelf recordings() {
        return recordings;
    }

    /** The resource of an owned phone number. */
    public Optional<Resource> number(String phoneNumber) {
        return numbers.first(number -> number.is("phone_number", phoneNumber));
    }

    /** The messaging service that this number is a sender of. */
    public Optional<Resource> serviceOf(String phoneNumber) {
        return messagingServices.first(
                service -> service.get("_senders").toString().contains('"' + phoneNumber + '"'));
    }

    void copySetUpTo(Owned other) {
        numbers.copyTo(other.numbers);
        applications.copyTo(other.applications);
        callerIds.copyTo(other.callerIds);
        keys.copyTo(other.keys);
        messagingServices.copyTo(other.messagingServices);
    }
}
