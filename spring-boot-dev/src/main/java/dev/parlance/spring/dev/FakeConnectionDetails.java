package dev.parlance.spring.dev;

import dev.parlance.settings.AccountSettings;
import dev.parlance.spring.TwilioConnectionDetails;
import dev.parlance.testkit.FakeTwilio;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
        return new FakeClock(twilio, ZoneOffset.UTC);
    }

    /** Shows the time of the running test, although beans keep it from test to test. */
    private static final class FakeClock extends Clock {
        private final FakeTwilio twilio;
        private final ZoneId zone;

        FakeClock(FakeTwilio twilio, ZoneId zone) {
            this.twilio = twilio;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return twilio.clock().instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new FakeClock(twilio, other);
        }
    }
}
