package dev.parlance.simulator;

import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookResponse;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Consumer;

/** Keeps the fake's clock running from the current time, and lets the page move it forward. */
final class ClockControl {
    private static final Duration MAX_MOVE = Duration.ofDays(400);

    private final World world;
    private final List<Consumer<Instant>> whenTimePasses;
    private volatile Consumer<Duration> beforeMove = by -> {};
    private long lastTick = System.nanoTime();

    ClockControl(World world, List<Consumer<Instant>> whenTimePasses) {
        this.world = world;
        this.whenTimePasses = whenTimePasses;
        world.timeline().pass(Duration.between(world.clock().instant(), Instant.now()));
        world.timeline().runInRealTime();
    }

    /** Sets a listener that is called before somebody moves the clock. */
    void beforeMove(Consumer<Duration> listener) {
        beforeMove = listener;
    }

    /** Moves the fake's clock by the time since the last tick. */
    void tick() {
        long now = System.nanoTime();
        Duration since = Duration.ofNanos(now - lastTick);
        lastTick = now;
        try {
            world.timeline().pass(since);
        } catch (RuntimeException e) {
            System.getLogger(ClockControl.class.getName()).log(Level.ERROR, "A scheduled task of the fake failed", e);
        }
    }

    /** Moves the clock forward and notifies the application. */
    void move(PageRequest request) {
        Duration by =
                request.has("to") ? until(request.text("to")) : Duration.ofSeconds((long) request.number("seconds", 0));
        move(by);
    }

    /** The clock shows at least this time afterwards. */
    private Duration until(String time) {
        try {
            return Duration.between(world.clock().instant(), Instant.parse(time));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Not a time: " + time, e);
        }
    }

    /** Moves the clock forward and notifies the application. */
    void move(Duration by) {
        if (by.isNegative() || by.isZero() || by.compareTo(MAX_MOVE) > 0) {
            throw new IllegalArgumentException("You can move the clock forward by up to 400 days, and not back.");
        }
        beforeMove.accept(by);
        world.timeline().pass(by);
        world.background().settle();
        whenTimePasses.forEach(listener -> listener.accept(world.clock().instant()));
    }

    /** The time, for an application that follows the fake's clock. */
    WebhookResponse now() {
        return WebhookResponse.text(world.clock().instant().toString());
    }
}
