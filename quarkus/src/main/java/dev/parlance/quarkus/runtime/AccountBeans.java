package dev.parlance.quarkus.runtime;

import dev.parlance.account.Contents;
import dev.parlance.account.TwilioAccount;
import dev.parlance.quarkus.TwilioConnection;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The account, which sends texts and places calls. */
@Singleton
public final class AccountBeans {
    /** Opened when it is first needed, because loading Twilio's library takes time. */
    @Produces
    @Singleton
    @DefaultBean
    TwilioAccount twilioAccount(TwilioConnection twilio) {
        TwilioAccount.Builder account = TwilioAccount.builder(twilio.account())
                .clock(twilio.clock())
                .aroundTexts(SendLog::texts)
                .aroundCalls(SendLog::calls);
        twilio.baseUrl().ifPresent(account::baseUrl);
        return account.build();
    }

    /** The account's content: messages with buttons and lists. */
    @Produces
    @Singleton
    @DefaultBean
    Contents contents(TwilioAccount account) {
        return account.contents();
    }

    void close(@Disposes TwilioAccount account) {
        account.close();
    }
}
