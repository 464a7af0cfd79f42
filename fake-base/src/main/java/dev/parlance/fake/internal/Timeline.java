package dev.parlance.fake.internal;

import dev.parlance.fake.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Schedules tasks on the virtual clock. */
public final class Timeline {
    private static final Duration MAX_WAIT = Duration.ofSeconds(30);

    private final MovableClock clock;
    private final NavigableSet<Due> waiting = new TreeSet<>();
    private long counter;
    private volatile boolean inRealTime;

    public Timeline(MovableClock clock) {
        this.clock = clock;
    }

    private record Due(Instant at, long number, String what, Runnable task) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    /** A scheduled task. */
    public interface Timer {
        /** Removes the task, if it has not run yet. */
        void cancel();
    }

    /** What will happen at a time. */
    public record Event(Instant at, String what) {}

    /** Schedules a task that is not worth a mention. */
    public Timer at(Instant time, Runnable task) {
        return at(time, "", task);
    }

    /**
     * Schedules a task.
     *
     * @param what what will happen, in words, for {@link #upcoming}
     */
    public synchronized Timer at(Instant time, String what, Runnable task) {
        Due due = new Due(time, counter++, what, task);
        waiting.add(due);
        return () -> cancel(due);
    }

    private synchronized void cancel(Due due) {
        waiting.remove(due);
    }

    /** What will happen, in order: the scheduled tasks that have a name. */
    public synchronized List<Event> upcoming() {
        return waiting.stream()
                .filter(due -> !due.what().isEmpty())
                .map(due -> new Event(due.at(), due.what()))
                .toList();
    }

    /** How many tasks are scheduled. */
    public synchronized int size() {
        return waiting.size();
    }

    /** Advances the clock and runs each due task at its time. A negative duration sets the clock back. */
    public void pass(Duration duration) {
        if (duration.isNegative()) {
            clock.advance(duration);
            return;
        }
        Instant end = clock.instant().plus(duration);
        for (Due next = nextUntil(end); next != null; next = nextUntil(end)) {
            clock.advanceTo(next.at());
            next.task().run();
        }
        clock.advanceTo(end);
    }

    /** From now on the caller advances the clock in real time. */
    public void runInRealTime() {
        inRealTime = true;
    }

    /** Waits for this time on the clock. If no one advances the clock, advances it immediately. */
    public void waitFor(Duration duration) {
        if (!inRealTime) {
            pass(duration);
            return;
        }
        CountDownLatch over = new CountDownLatch(1);
        at(clock.instant().plus(duration), over::countDown);
        try {
            if (!over.await(MAX_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The fake's clock has stopped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the fake's clock", e);
        }
    }

    private synchronized @Nullable Due nextUntil(Instant end) {
        if (waiting.isEmpty() || waiting.first().at().isAfter(end)) {
            return null;
        }
        return waiting.pollFirst();
    }
}
