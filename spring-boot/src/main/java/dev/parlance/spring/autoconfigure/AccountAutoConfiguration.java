package dev.parlance.spring.autoconfigure;

import dev.parlance.account.TwilioAccount;
import dev.parlance.spring.TwilioConnectionDetails;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The account, which sends texts and places calls. */
@AutoConfiguration(after = TwilioAutoConfiguration.class)
@ConditionalOnClass(TwilioAccount.class)
@Import(NamedAccounts.class)
class AccountAutoConfiguration {
    @Bean(destroyMethod = "close")
    @Primary
    @ConditionalOnBean(TwilioConnectionDetails.class)
    @ConditionalOnMissingBean(name = "twilioAccount")
    TwilioAccount twilioAccount(TwilioConnectionDetails twilio) {
        TwilioAccount.Builder account = TwilioAccount.builder(twilio.account()).clock(twilio.clock());
        twilio.baseUrl().ifPresent(account::baseUrl);
        return account.build();
    }
}
