package dev.parlance.testkit.voice;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Callers who wait, and those who wait for callers. At most one of the two is not empty. */
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

    /** The one who waits for this caller; null if the caller has to wait. */
    synchronized @Nullable DialQueue enter(EnqueueVerb caller) {
        DialQueue agent = agents.poll();
        if (agent == null) {
            callers.add(caller);
        }
        return agent;
    }

    /** The one who has waited the longest; null if the agent has to wait. */
    synchronized @Nullable EnqueueVerb call(DialQueue agent) {
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

    /** One for the first, zero for who is not in it. */
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
