package dev.parlance.spring.autoconfigure;

import dev.parlance.account.Contents;
import dev.parlance.account.TwilioAccount;
import dev.parlance.outbound.ContentStore;
import dev.parlance.spring.TwilioConnectionDetails;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;

/** The account, which sends texts and places calls. */
@AutoConfiguration(after = TwilioAutoConfiguration.class)
@ConditionalOnClass(TwilioAccount.class)
@Import(NamedAccounts.class)
class AccountAutoConfiguration {
    @Bean
    Accounts accounts(ObjectProvider<ObservationRegistry> registry, ObjectProvider<TwilioConnectionDetails> twilio) {
        return new Accounts(registry.getIfAvailable(() -> ObservationRegistry.NOOP), twilio.getIfAvailable());
    }

    /** Lazy, because loading Twilio's library takes time, and an application that only answers webhooks needs none of it. */
    @Bean(destroyMethod = "close")
    @Lazy
    @Primary
    @ConditionalOnBean(TwilioConnectionDetails.class)
    @ConditionalOnMissingBean(name = "twilioAccount")
    TwilioAccount twilioAccount(TwilioConnectionDetails twilio, Accounts accounts) {
        return accounts.open(twilio.account());
    }

    /** The main account's content: messages with buttons and lists. */
    @Bean
    @Lazy
    @ConditionalOnBean(TwilioConnectionDetails.class)
    @ConditionalOnMissingBean(ContentStore.class)
    Contents twilioContents(@Qualifier("twilioAccount") TwilioAccount account) {
        return account.contents();
    }
}
