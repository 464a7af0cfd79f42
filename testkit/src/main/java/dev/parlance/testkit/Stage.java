package dev.parlance.testkit;

import dev.parlance.testkit.browser.VoiceGateway;
import dev.parlance.testkit.messaging.Messaging;
import dev.parlance.testkit.rest.Api;
import dev.parlance.testkit.voice.Telephony;
import dev.parlance.testkit.world.World;

/** A world, and all that goes on in it. */
record Stage(World world, Messaging messaging, Telephony telephony, VoiceGateway gateway, Api api) {
    /** Ends all that goes on in it. */
    void close() {
        gateway.close();
        world.close();
    }

    static Stage of(World world) {
        Messaging messaging = new Messaging(world);
        Telephony telephony = new Telephony(world);
        VoiceGateway gateway = new VoiceGateway(world, telephony);
        return new Stage(world, messaging, telephony, gateway, new Api(world, messaging, telephony));
    }
}
