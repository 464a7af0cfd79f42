package dev.parlance.testkit;

import dev.parlance.testkit.browser.VoiceGateway;
import dev.parlance.testkit.messaging.Messaging;
import dev.parlance.testkit.rest.Api;
import dev.parlance.testkit.voice.Telephony;
import dev.parlance.testkit.world.World;

/** The parts of a running fake. */
record Backend(World world, Messaging messaging, Telephony telephony, VoiceGateway gateway, Api api) {
    /** Ends calls, connections and background work. */
    void close() {
        gateway.close();
        world.close();
    }

    static Backend of(World world) {
        Messaging messaging = new Messaging(world);
        Telephony telephony = new Telephony(world);
        VoiceGateway gateway = new VoiceGateway(world, telephony);
        return new Backend(world, messaging, telephony, gateway, new Api(world, messaging, telephony));
    }
}
