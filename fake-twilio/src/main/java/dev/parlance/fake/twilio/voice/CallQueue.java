package dev.parlance.fake.twilio.voice;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Waiting callers, or agents waiting for callers. At least one of the two lists is empty. */
final class CallQueue {
    private final String sid;
    private final Deque<EnqueueVerb> callers = new ArrayDeque<>();
    private final Deque<DialQueue> agents = new ArrayDeque<>();

    CallQueue(String sid) {
        this.sid = sid;
    }

    String sid() {
        return sid;
    }

    /** Returns an agent for this caller, or adds the caller to the queue and returns null. */
    synchronized @Nullable DialQueue enter(EnqueueVerb caller) {
        DialQueue agent = agents.poll();
        if (agent == null) {
            callers.add(caller);
        }
        return agent;
    }

    /** Returns the caller who has waited longest, or makes the agent wait and returns null. */
    synchronized @Nullable EnqueueVerb next(DialQueue agent) {
        EnqueueVerb caller = callers.poll();
        if (caller == null) {
            agents.add(agent);
        }
        return caller;
    }

    synchronized boolean remove(EnqueueVerb caller) {
        return callers.remove(caller);
    }

    synchronized void remove(DialQueue agent) {
        agents.remove(agent);
    }

    synchronized int size() {
        return callers.size();
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
