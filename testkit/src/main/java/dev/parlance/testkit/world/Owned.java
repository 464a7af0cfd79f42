package dev.parlance.testkit.world;

import java.util.Locale;
import java.util.Optional;

/** What the accounts own: a shelf for each kind of thing. */
public final class Owned {
    private final Sids sids;
    private final VirtualClock clock;
    private final Shelf numbers;
    private final Shelf applications;
    private final Shelf callerIds;
    private final Shelf keys;
    private final Shelf messagingServices;
    private final Shelf messages;
    private final Shelf media;
    private final Shelf calls;
    private final Shelf recordings;

    Owned(Sids sids, VirtualClock clock) {
        this.sids = sids;
        this.clock = clock;
        numbers = old("incoming_phone_numbers", "incoming-phone-number", "PN");
        applications = old("applications", "application", "AP");
        callerIds = old("outgoing_caller_ids", "outgoing-caller-id", "PN");
        keys = old("keys", "key", "SK");
        messagingServices = shelf("services", Template.of("messaging-service", "MG", Dates.ISO_8601));
        messages = old("messages", "message", "SM");
        media = old("media_list", "media", "ME");
        calls = old("calls", "call", "CA");
        recordings = old("recordings", "recording", "RE");
    }

    private Shelf old(String key, String template, String prefix) {
        return shelf(key, Template.of(template, prefix, Dates.RFC_2822));
    }

    /** A shelf for things of another kind. */
    public Shelf shelf(String key, Template template) {
        return new Shelf(key, template, sids, clock);
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

    /** The secret of the next key, as long as Twilio's are. */
    public String nextKeySecret() {
        return String.format(Locale.ROOT, "secret-%025d", keys.oldestFirst().size());
    }

    /** Messaging services: a sender, or a few, under one SID. */
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

    /** The account's own number, with whatever is set up for it. */
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
