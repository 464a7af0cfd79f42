package dev.parlance.fake.twilio;

import dev.parlance.fake.twilio.messaging.Messaging;
import dev.parlance.fake.twilio.messaging.Outgoing;
import dev.parlance.fake.twilio.rest.Api;
import dev.parlance.fake.twilio.voice.BrowserPhones;
import dev.parlance.fake.twilio.voice.Telephony;
import dev.parlance.fake.twilio.world.World;
import java.util.List;
import java.util.Optional;

/** The parts of a running fake. */
record Backend(World world, Messaging messaging, Telephony telephony, Optional<BrowserPhones> browsers, Api api) {
    /** Ends calls, connections and background work. */
    void close() {
        browsers.ifPresent(BrowserPhones::close);
        world.close();
    }

    static Backend of(World world) {
        Messaging messaging = new Messaging(world);
        Telephony telephony = new Telephony(world);
        Optional<BrowserPhones> browsers = BrowserPhones.in(world, telephony);
        browsers.ifPresent(telephony::browsers);
        telephony.texts((account, from, to, body, callback) ->
                messaging.send(new Outgoing(account, to, from, "", body, List.of(), callback, Optional.empty())));
        return new Backend(world, messaging, telephony, browsers, new Api(world, messaging, telephony));
    }
}
