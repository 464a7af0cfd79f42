package dev.parlance.webhook;

import java.util.concurrent.Semaphore;

* Limits how many requests are handled at a time: {@value #MOST}, or fewer while the processors are busy, down to one per
* processor.
 *
 * <p>While the processors are busy, more threads don't get more done. They slow each other down, and Java's compiler with them:
 * competing with many threads, it takes a minute for a few seconds' work, and until then everything runs many times slower.
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

    /** Waits for a slot, in order of arrival. */
    void take() throws InterruptedException {
        places.acquire();
    }

    void giveBack() {
        places.release();
    }

    /** The number of free slots; negative while more requests are being handled than the current limit allows. */
    int free() {
        return places.availablePermits();
    }

    /**
     * Adapts the limit to the recent load of the processors.
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
