package dev.parlance.quarkus;

import dev.parlance.settings.AccountSettings;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/**
 * Where Twilio is, and with which account. Default: Twilio itself, with the account of {@code parlance.twilio} or of the variables
 * {@code TWILIO_ACCOUNT_SID}, {@code TWILIO_AUTH_TOKEN} and so on. The fake takes its place in development and in tests.
 *
 * <p>Define a bean of this type to read the account from somewhere else, such as a vault.
 */
public interface TwilioConnection {
    /** The account. */
    AccountSettings account();

    /** The base URL of a server in Twilio's place. */
    default Optional<URI> baseUrl() {
        return Optional.empty();
    }

    /** The clock that Twilio and this application share. */
    default Clock clock() {
        return Clock.systemUTC();
    }
}
