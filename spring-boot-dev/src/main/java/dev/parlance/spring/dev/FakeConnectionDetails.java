package dev.parlance.spring.dev;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.settings.AccountSettings;
import dev.parlance.spring.TwilioConnectionDetails;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** The fake as Twilio. */
record FakeConnectionDetails(FakeTwilio twilio) implements TwilioConnectionDetails {
    /** The number of an application that has not configured one. */
    static final String NUMBER = "+15005550100";

    @Override
    public AccountSettings account() {
        return twilio.settings();
    }

    @Override
    public Optional<URI> baseUrl() {
        return Optional.of(twilio.url());
    }

    @Override
    public Clock clock() {
        return twilio.clock();
    }
}
