package dev.parlance.webhook;

import java.util.concurrent.Semaphore;

/**
 * How many requests are handled at a time: {@value #MOST}, or fewer while the processors are busy, down to one for each of them.
 *
 * <p>While the processors are busy, more threads get no more done. They hold each other up, and Java's compiler with them: as one
 * thread among many it takes a minute for what it could do in seconds, and until then everything runs many times slower.
 */
final class HandlerPlaces {
    static final int MOST = 64;

    private static final double BUSY = 0.9;
    private static final double NOT_BUSY = 0.7;
    private static final int STEP = 4;

    private final int fewest;
    private final Places places = new Places();
    private int number = MOST;

    HandlerPlaces(int processors) {
        this.fewest = Math.min(processors, MOST);
    }

    /** Waits for a place, in order of arrival. */
    void take() throws InterruptedException {
        places.acquire();
    }

    void giveBack() {
        places.release();
    }

    /** How many requests could be handled at once, besides those that are; negative while more are than should be. */
    int free() {
        return places.availablePermits();
    }

    /**
     * Goes by how busy the processors have been of late.
     *
     * @param load from 0 to 1
     */
    void adaptTo(double load) {
        if (load >= BUSY) {
            resize(Math.max(fewest, number / STEP));
        } else if (load < NOT_BUSY) {
            resize(Math.min(MOST, number * STEP));
        }
    }

    private void resize(int newNumber) {
        if (newNumber > number) {
            places.release(newNumber - number);
        } else {
            places.reducePermits(number - newNumber);
        }
        number = newNumber;
    }

    private static final class Places extends Semaphore {
        private static final long serialVersionUID = 1;

        Places() {
            super(MOST, true);
        }

        @Override
        protected void reducePermits(int reduction) {
            super.reducePermits(reduction);
        }
    }
}
