package dev.parlance.fake.twilio.world;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** A clock that always shows the time of the current world, so an application can keep it over many tests. */
public final class WorldClock extends Clock {
    private final Supplier<World> world;
    private final ZoneId zone;

    private WorldClock(Supplier<World> world, ZoneId zone) {
        this.world = world;
        this.zone = zone;
    }

    /** The clock of the world that the supplier returns at each reading, in UTC. */
    public static Clock of(Supplier<World> world) {
        return new WorldClock(world, ZoneOffset.UTC);
    }

    @Override
    public Instant instant() {
        return world.get().clock().instant();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId newZone) {
        return new WorldClock(world, newZone);
    }
}
