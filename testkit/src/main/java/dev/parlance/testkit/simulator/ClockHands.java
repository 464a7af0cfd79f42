package dev.parlance.testkit.simulator;

import dev.parlance.testkit.world.World;
import dev.parlance.webhook.WebhookResponse;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Has the fake's clock go on as a clock does, from the time that it is, and lets a person move it on. */
final class ClockHands {
    private static final Duration FURTHEST = Duration.ofDays(400);

    private final World world;
    private final List<Consumer<Instant>> whenTimePasses;
    private long lastTick = System.nanoTime();

    ClockHands(World world, List<Consumer<Instant>> whenTimePasses) {
        this.world = world;
        this.whenTimePasses = whenTimePasses;
        world.timeline().pass(Duration.between(world.clock().instant(), Instant.now()));
        world.timeline().goesOnByItself();
    }

    /** Lets as much time pass as has passed. */
    void tick() {
        long now = System.nanoTime();
        Duration since = Duration.ofNanos(now - lastTick);
        lastTick = now;
        try {
            world.timeline().pass(since);
        } catch (RuntimeException e) {
            System.getLogger(ClockHands.class.getName()).log(Level.ERROR, "What was due at the fake has failed", e);
        }
    }

    /** Lets time pass at once, and tells the application. */
    void move(Wish wish) {
        Duration by = Duration.ofSeconds((long) wish.number("seconds", 0));
        if (by.isNegative() || by.isZero() || by.compareTo(FURTHEST) > 0) {
            throw new IllegalArgumentException("The clock can be moved on by 400 days at most, and not back");
        }
        world.timeline().pass(by);
        world.background().settle();
        whenTimePasses.forEach(listener -> listener.accept(world.clock().instant()));
    }

    /** For an application that wants to go by it. */
    WebhookResponse now() {
        return WebhookResponse.text(world.clock().instant().toString());
    }
}
