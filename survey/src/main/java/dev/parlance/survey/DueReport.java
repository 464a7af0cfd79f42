package dev.parlance.survey;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link Surveys#runDue} has done. */
public final class DueReport {
    static final DueReport NOTHING = new DueReport(0, 0, 0, 0, 0, 0, 0);
    static final DueReport STARTED = new DueReport(1, 0, 0, 0, 0, 0, 0);
    static final DueReport REMINDED = new DueReport(0, 1, 0, 0, 0, 0, 0);
    static final DueReport EXPIRED = new DueReport(0, 0, 1, 0, 0, 0, 0);
    static final DueReport FAILED = new DueReport(0, 0, 0, 0, 1, 0, 0);
    static final DueReport HELD_BACK = new DueReport(0, 0, 0, 0, 0, 1, 0);
    static final DueReport REQUESTED = new DueReport(0, 0, 0, 0, 0, 0, 1);

    private final int started;
    private final int reminded;
    private final int expired;
    private final int published;
    private final int failed;
    private final int heldBack;
    private final int requested;

    private DueReport(int started, int reminded, int expired, int published, int failed, int heldBack, int requested) {
        this.started = started;
        this.reminded = reminded;
        this.expired = expired;
        this.published = published;
        this.failed = failed;
        this.heldBack = heldBack;
        this.requested = requested;
    }

    static DueReport published(int events) {
        return new DueReport(0, 0, 0, events, 0, 0, 0);
    }

    DueReport plus(DueReport more) {
        return new DueReport(
                started + more.started,
                reminded + more.reminded,
                expired + more.expired,
                published + more.published,
                failed + more.failed,
                heldBack + more.heldBack,
                requested + more.requested);
    }

    /** Postponed contacts that were made. */
    public int started() {
        return started;
    }

    /** Reminders that were sent. */
    public int reminded() {
        return reminded;
    }

    /** Sessions that expired. */
    public int expired() {
        return expired;
    }

    /** Events that were delivered. */
    public int published() {
        return published;
    }

    /** Sessions that failed. They are tried again in five minutes. */
    public int failed() {
        return failed;
    }

    /** Sessions that {@link SurveysBuilder#maxExpiriesPerRun} kept from expiring. They are checked again in ten minutes. */
    public int heldBack() {
        return heldBack;
    }

    /** Requests that nobody waits for: how many attempts were made. */
    public int requested() {
        return requested;
    }

    /** The total number of actions. */
    public int done() {
        return started + reminded + expired + published + requested;
    }

    private List<Integer> counts() {
        return List.of(started, reminded, expired, published, failed, heldBack, requested);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof DueReport report && counts().equals(report.counts()));
    }

    @Override
    public int hashCode() {
        return counts().hashCode();
    }

    /** All counts. */
    @Override
    public String toString() {
        return "started " + started + ", reminded " + reminded + ", expired " + expired + ", published " + published
                + ", failed " + failed + ", held back " + heldBack + ", requested " + requested;
    }
}
