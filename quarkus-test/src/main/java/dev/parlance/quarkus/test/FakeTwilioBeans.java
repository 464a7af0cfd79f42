package dev.parlance.quarkus.test;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.quarkus.TwilioConnection;
import dev.parlance.settings.AccountSettings;
import io.quarkus.arc.Unremovable;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The fake as Twilio, in all tests of the application. */
@Singleton
class FakeTwilioBeans {
    /** The number of an application that has not configured one. */
    static final String NUMBER = "+15005550100";

    @Produces
    @Singleton
    @Unremovable
    FakeTwilio fakeTwilio(Config config) {
        FakeTwilio twilio = FakeTwilio.create();
        twilio.number(config.getOptionalValue("parlance.twilio.phone-number", String.class)
                .orElse(NUMBER));
        return twilio;
    }

    void close(@Disposes FakeTwilio twilio) {
        twilio.close();
    }

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    TwilioConnection fakeConnection(FakeTwilio twilio) {
        return new TwilioConnection() {
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
        };
    }
}
