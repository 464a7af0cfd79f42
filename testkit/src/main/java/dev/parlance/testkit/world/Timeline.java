package dev.parlance.testkit.world;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What is to happen at a later time of the virtual clock. */
public final class Timeline {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final VirtualClock clock;
    private final PriorityQueue<Due> waiting = new PriorityQueue<>();
    private long counter;
    private volatile boolean byItself;

    public Timeline(VirtualClock clock) {
        this.clock = clock;
    }

    private record Due(Instant at, long number, Runnable task) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    /** Has something happen at this time. */
    public synchronized void at(Instant time, Runnable task) {
        waiting.add(new Due(time, counter++, task));
    }

    /** Lets time pass, and what becomes due in it happen, each thing at its own time. */
    public void pass(Duration duration) {
        if (duration.isNegative()) {
            clock.step(duration);
            return;
        }
        Instant end = clock.instant().plus(duration);
        for (Due next = nextUntil(end); next != null; next = nextUntil(end)) {
            clock.goOnTo(next.at());
            next.task().run();
        }
        clock.goOnTo(end);
    }

    /** From now on somebody has time pass by itself, as it does elsewhere. */
    public void goesOnByItself() {
        byItself = true;
    }

    /** Waits for so much time to pass: where it stands still, it passes at once. */
    void waitFor(Duration duration) {
        if (!byItself) {
            pass(duration);
            return;
        }
        CountDownLatch over = new CountDownLatch(1);
        at(clock.instant().plus(duration), over::countDown);
        try {
            if (!over.await(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The clock does not go on any more");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while time was to pass", e);
        }
    }

    private synchronized @Nullable Due nextUntil(Instant end) {
        Due next = waiting.peek();
        return next == null || next.at().isAfter(end) ? null : waiting.poll();
    }
}
