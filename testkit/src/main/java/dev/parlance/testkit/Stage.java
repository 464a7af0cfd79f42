package dev.parlance.testkit;

import dev.parlance.testkit.messaging.Messaging;
import dev.parlance.testkit.rest.Api;
import dev.parlance.testkit.voice.Telephony;
import dev.parlance.testkit.world.World;

/** A world, and all that goes on in it. */
record Stage(World world, Messaging messaging, Telephony telephony, Api api) {
    static Stage of(World world) {
        Messaging messaging = new Messaging(world);
        Telephony telephony = new Telephony(world);
        return new Stage(world, messaging, telephony, new Api(world, messaging, telephony));
    }
}
