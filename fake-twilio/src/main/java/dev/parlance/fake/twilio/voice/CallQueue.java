package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Shelf;
import dev.parlance.fake.twilio.world.World;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Waiting callers, or agents waiting for callers. At least one of the two lists is empty. */
final class CallQueue {
    private final Telephony telephony;
    private final Resource resource;
    private final Shelf members;
    private final Deque<EnqueueVerb> callers = new ArrayDeque<>();
    private final Deque<DialQueue> agents = new ArrayDeque<>();

    CallQueue(World world, Telephony telephony, Resource resource) {
        this.telephony = telephony;
        this.resource = resource;
        this.members = world.owned().members();
    }

    String sid() {
        return resource.sid();
    }

    int maxSize() {
        return Integer.parseInt(resource.text("max_size"));
    }

    /** Returns an agent for this caller, or adds the caller to the queue and returns null. */
    synchronized @Nullable DialQueue enter(EnqueueVerb caller) {
        DialQueue agent = agents.poll();
        if (agent == null) {
            callers.add(caller);
            Resource call = caller.leg().call();
            members.add(
                    Map.of("sid", call.sid(), "account_sid", call.text("account_sid"), "queue_sid", resource.sid()));
        }
        return agent;
    }

    /** Returns the caller who has waited longest, or makes the agent wait and returns null. */
    synchronized @Nullable EnqueueVerb next(DialQueue agent) {
        EnqueueVerb caller = callers.poll();
        if (caller == null) {
            agents.add(agent);
        } else {
            members.remove(caller.leg().call().sid());
        }
        return caller;
    }

    synchronized boolean remove(EnqueueVerb caller) {
        boolean removed = callers.remove(caller);
        if (removed) {
            members.remove(caller.leg().call().sid());
        }
        return removed;
    }

    synchronized void remove(DialQueue agent) {
        agents.remove(agent);
    }

    synchronized int size() {
        return callers.size();
    }

    /** The seconds that its callers have waited, on average. */
    String averageWait() {
        return Long.toString(telephony.queues().averageWait(resource));
    }

    /** The position in the queue, counted from 1; 0 if the caller is not in it. */
    synchronized int position(EnqueueVerb caller) {
        int position = 0;
        for (EnqueueVerb other : callers) {
            position++;
            if (other.equals(caller)) {
                return position;
            }
        }
        return 0;
    }
}
