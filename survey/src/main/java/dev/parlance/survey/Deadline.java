package dev.parlance.survey;

import java.time.Duration;

/** The end of the time that a webhook can take, by this machine's steady clock. */
record Deadline(long nanos) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean isOver() {
        return nanos - System.nanoTime() <= 0;
    }

    /** This time, or what is left of it. */
    Duration atMost(Duration time) {
        Duration left = Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
        return left.compareTo(time) < 0 ? left : time;
    }
}
