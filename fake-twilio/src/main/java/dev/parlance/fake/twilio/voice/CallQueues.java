package dev.parlance.fake.twilio.voice;

import static dev.parlance.fake.twilio.world.ApiError.badRequest;

import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Hook;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The queues of the accounts. TwiML and the API share them, by their names. */
public final class CallQueues {
    private static final int NAME_TAKEN = 22003;
    private static final int NOT_EMPTY = 22002;

    private final World world;
    private final Telephony telephony;
    private final Map<String, CallQueue> queues = new ConcurrentHashMap<>();

    CallQueues(World world, Telephony telephony) {
        this.world = world;
        this.telephony = telephony;
    }

    /** The queue of this name, which exists from its first use on. */
    CallQueue named(String account, String name) {
        Resource resource = find(account, name).orElseGet(() -> add(account, name));
        return queues.computeIfAbsent(resource.sid(), any -> new CallQueue(world, telephony, resource));
    }

    private synchronized Resource add(String account, String name) {
        return find(account, name)
                .orElseGet(() -> world.owned().queues().add(Map.of("account_sid", account, "friendly_name", name)));
    }

    private Optional<Resource> find(String account, String name) {
        return world.owned()
                .queues()
                .first(queue -> queue.is("account_sid", account) && queue.is("friendly_name", name));
    }

    /**
     * Creates a queue.
     *
     * @throws ApiError if there is one of this name
     */
    public Resource create(String account, String name) {
        checkName(account, name);
        return add(account, name);
    }

    /** Checks that no queue has this name. */
    public void checkName(String account, String name) {
        if (find(account, name).isPresent()) {
            throw badRequest(NAME_TAKEN, "A queue with the friendly name " + name + " already exists");
        }
    }

    /** Checks that a queue can be deleted. */
    public void checkDeletion(Resource queue) {
        if (!members(queue).isEmpty()) {
            throw badRequest(NOT_EMPTY, "The queue " + queue.sid() + " is not empty");
        }
    }

    /** The callers in a queue, the one in front first. */
    public List<Resource> members(Resource queue) {
        return world.owned().members().with("queue_sid", queue.sid());
    }

    /** How many seconds this caller has waited. */
    public long waitOf(Resource member) {
        return Duration.between(member.created(), world.clock().instant()).toSeconds();
    }

    /** How many seconds the callers in a queue have waited, on average. */
    public long averageWait(Resource queue) {
        return Math.round(
                members(queue).stream().mapToLong(this::waitOf).average().orElse(0));
    }

    /** Takes a caller out of their queue, and runs this document. */
    public void dequeue(Resource member, Hook document) {
        Leg leg = telephony
                .find(member.sid())
                .orElseThrow(() -> new IllegalStateException("No call is the member " + member.sid()));
        telephony.redirect(leg.call(), Optional.of(document), "");
    }
}
