package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.world.World;
import java.util.Optional;
import java.util.ServiceLoader;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** Phones in browsers, which have their own artifact, and their requests to the fake's port. */
public interface BrowserPhones extends Browsers, AutoCloseable {
    /** The response to a request of a page; empty for any other request. */
    Optional<MockResponse> answer(RecordedRequest request);

    @Override
    void close();

    /** The phones of a world; empty if the artifact is not on the class path. */
    static Optional<BrowserPhones> in(World world, Telephony telephony) {
        return ServiceLoader.load(Provider.class, BrowserPhones.class.getClassLoader())
                .findFirst()
                .map(provider -> provider.phones(world, telephony));
    }

    /** Creates the phones of a world. */
    interface Provider {
        /** Creates phones that call and are called over this network. */
        BrowserPhones phones(World world, Telephony telephony);
    }
}
