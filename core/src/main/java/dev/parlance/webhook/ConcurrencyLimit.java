package dev.parlance.webhook;

import java.util.concurrent.Semaphore;

/**
 * Limits how many requests are handled at a time: {@value #MAX}, or fewer while the processors are busy, down to one per
 * processor.
 *
 * <p>While the processors are busy, more threads don't get more done. They slow each other down, and Java's compiler with them:
 * competing with many threads, it takes a minute for a few seconds' work, and until then everything runs many times slower.
 */
final class ConcurrencyLimit {
    static final int MAX = 64;

    private static final double BUSY = 0.9;
    private static final double NOT_BUSY = 0.7;
    private static final int STEP = 4;

    private final int min;
    private final Permits permits = new Permits();
    private int limit = MAX;

    ConcurrencyLimit(int processors) {
        this.min = Math.min(processors, MAX);
    }

    /** Waits for a slot, in order of arrival. */
    void acquire() throws InterruptedException {
        permits.acquire();
    }

    void release() {
        permits.release();
    }

    /** The number of free slots; negative while more requests are being handled than the current limit allows. */
    int available() {
        return permits.availablePermits();
    }

    /**
     * Adapts the limit to the recent load of the processors.
     *
     * @param load from 0 to 1
     */
    void adaptTo(double load) {
        if (load >= BUSY) {
            resize(Math.max(min, limit / STEP));
        } else if (load < NOT_BUSY) {
            resize(Math.min(MAX, limit * STEP));
        }
    }

    private void resize(int newLimit) {
        if (newLimit > limit) {
            permits.release(newLimit - limit);
        } else {
            permits.reducePermits(limit - newLimit);
        }
        limit = newLimit;
    }

    private static final class Permits extends Semaphore {
        private static final long serialVersionUID = 1;

        Permits() {
            super(MAX, true);
        }

        @Override
        protected void reducePermits(int reduction) {
            super.reducePermits(reduction);
        }
    }
}
