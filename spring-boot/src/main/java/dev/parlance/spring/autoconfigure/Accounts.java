package dev.parlance.spring.autoconfigure;

import dev.parlance.account.TwilioAccount;
import dev.parlance.observation.Observations;
import dev.parlance.settings.AccountSettings;
import dev.parlance.spring.TwilioConnectionDetails;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/** Opens accounts whose texts and calls are observed and logged. */
final class Accounts {
    private final Observations observations;
    private final @Nullable TwilioConnectionDetails twilio;

    Accounts(ObservationRegistry registry, @Nullable TwilioConnectionDetails twilio) {
        this.observations = Observations.in(registry);
        this.twilio = twilio;
    }

    /** Opens an account. A fake in Twilio's place gets the requests of every account: no test sends anything by accident. */
    TwilioAccount open(AccountSettings settings) {
        TwilioAccount.Builder account = TwilioAccount.builder(settings)
                .aroundTexts(SendLog::texts)
                .aroundCalls(SendLog::calls)
                .aroundTexts(observations::texts)
                .aroundCalls(observations::calls);
        if (twilio != null) {
            account.clock(twilio.clock());
            twilio.baseUrl().ifPresent(account::baseUrl);
        }
        return account.build();
    }
}
