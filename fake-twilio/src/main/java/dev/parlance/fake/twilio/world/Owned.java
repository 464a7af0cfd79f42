package dev.parlance.fake.twilio.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.fake.MovableClock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The resources of the accounts, by type. */
public final class Owned {
    private final Sids sids;
    private final MovableClock clock;
    private final Retention retention;
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
    private final Shelf transcriptions;
    private final Shelf conferences;
    private final Shelf participants;
    private final Shelf queues;
    private final Shelf members;

    Owned(Sids sids, MovableClock clock, Retention retention) {
        this.retention = retention;
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
        transcriptions = shelf2010("transcriptions", "transcription", "TR");
        conferences = shelf2010("conferences", "conference", "CF");
        participants = shelf2010("participants", "participant", "CA");
        queues = shelf2010("queues", "queue", "QU");
        members = shelf2010("queue_members", "member", "CA");
    }

    private Shelf shelf2010(String key, String template, String prefix) {
        return shelf(key, Template.of(template, prefix, Dates.RFC_2822));
    }

    /** Creates a shelf for another type of resource. */
    public Shelf shelf(String key, Template template) {
        Shelf shelf = new Shelf(key, template, sids, clock, retention);
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
        return String.format(Locale.ROOT, "secret-%025d", keys.size());
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

    public Shelf transcriptions() {
        return transcriptions;
    }

    public Shelf conferences() {
        return conferences;
    }

    /** Those who are in a conference, or are called to join one, by the SIDs of their calls. */
    public Shelf participants() {
        return participants;
    }

    public Shelf queues() {
        return queues;
    }

    /** The callers in queues, by the SIDs of their calls. */
    public Shelf members() {
        return members;
    }

    /** The resource of an owned phone number. */
    public Optional<Resource> number(String phoneNumber) {
        return numbers.firstWith("phone_number", phoneNumber);
    }

    /** The messaging service that this number is a sender of. */
    public Optional<Resource> serviceOf(String phoneNumber) {
        return messagingServices.first(
                service -> service.get("_senders").toString().contains('"' + phoneNumber + '"'));
    }

    /** Adds a sender to a messaging service: a number, a short code, a name, or an address on a channel. */
    public void addSender(Resource service, String sender) {
        ArrayNode senders = (ArrayNode) service.get("_senders");
        service.set("_senders", senders.add(sender));
    }

    public void removeSender(Resource service, String sender) {
        ArrayNode others = JsonNodeFactory.instance.arrayNode();
        service.get("_senders").forEach(other -> {
            if (!other.asText().equals(sender)) {
                others.add(other);
            }
        });
        service.set("_senders", others);
    }

    void copySetUpTo(Owned other) {
        numbers.copyTo(other.numbers);
        applications.copyTo(other.applications);
        callerIds.copyTo(other.callerIds);
        keys.copyTo(other.keys);
        messagingServices.copyTo(other.messagingServices);
    }
}
