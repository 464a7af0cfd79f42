package dev.parlance.fake.twilio.world;

/** How many finished things of each kind a world remembers. */
public final class Retention {
    /** The default. */
    public static final int DEFAULT = 50_000;

    private volatile int limit = DEFAULT;

    public int limit() {
        return limit;
    }

    void set(int newLimit) {
        if (newLimit < 1) {
            throw new IllegalArgumentException("A world remembers at least 1 finished thing of each kind: " + newLimit);
        }
        limit = newLimit;
    }
}
