package dev.parlance.quarkus.runtime;

import dev.parlance.quarkus.PublicUrl;
import dev.parlance.quarkus.TwilioConnection;
import dev.parlance.settings.AccountSettings;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Where Twilio is, and where it reaches this application. */
@Singleton
public final class TwilioBeans {
    @Produces
    @Singleton
    @DefaultBean
    TwilioConnection twilioConnection(ParlanceConfig properties, Config config) {
        AccountSettings account = AccountProperties.read(properties.twilio(), config);
        Optional<URI> baseUrl = properties.twilio().baseUrl();
        return new TwilioConnection() {
            @Override
            public AccountSettings account() {
                return account;
            }

            @Override
            public Optional<URI> baseUrl() {
                return baseUrl;
            }
        };
    }

    /** So that an application has the same clock as its surveys, and in tests that of the fake. */
    @Produces
    @Singleton
    @DefaultBean
    Clock clock(TwilioConnection twilio) {
        return twilio.clock();
    }

    @Produces
    @Singleton
    @DefaultBean
    PublicUrl publicUrl(ParlanceConfig properties, Config config) {
        return properties.publicUrl().<PublicUrl>map(url -> () -> url).orElseGet(() -> new LocalUrl(config));
    }
}
