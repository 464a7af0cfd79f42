package dev.parlance.fake.twilio.messaging;

import dev.parlance.fake.twilio.world.World;
import java.util.Optional;

/**
 * How an accepted text is delivered.
 *
 * @param first the preferred way
 * @param fallback the way for a phone without RCS
 */
record Dispatch(Leg first, Optional<Leg> fallback) {
    /** The way that this person's phone takes. */
    Leg choose(World world) {
        return world.handset(first.to()).isOnChannel() ? first : fallback.orElse(first);
    }
}
