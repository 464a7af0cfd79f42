package dev.parlance.fake.browser.signalling;

import dev.parlance.fake.twilio.voice.BrowserPhones;
import dev.parlance.fake.twilio.voice.Telephony;
import dev.parlance.fake.twilio.world.World;

/** Adds the gateway to each fake Twilio. Public for the service loader. */
public final class GatewayProvider implements BrowserPhones.Provider {
    @Override
    public BrowserPhones phones(World world, Telephony telephony) {
        return new VoiceGateway(world, telephony);
    }
}
