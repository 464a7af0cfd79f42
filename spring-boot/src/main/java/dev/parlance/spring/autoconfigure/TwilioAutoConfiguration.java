package dev.parlance.spring.autoconfigure;

import dev.parlance.settings.AccountSettings;
import dev.parlance.spring.PublicUrl;
import dev.parlance.spring.TwilioConnectionDetails;
import java.net.URI;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/** Where Twilio is and where it reaches this application. */
@AutoConfiguration
@EnableConfigurationProperties(ParlanceProperties.class)
class TwilioAutoConfiguration {
    @Bean
    @Conditional(OnAccountProperties.class)
    @ConditionalOnMissingBean
    TwilioConnectionDetails twilioConnectionDetails(ParlanceProperties properties, Environment environment) {
        AccountSettings account = AccountProperties.main(properties.twilio(), environment);
        return () -> account;
    }

    /** So that an application has the same clock as its surveys, and in tests that of the fake. */
    @Bean
    @ConditionalOnMissingBean
    Clock parlanceClock(ObjectProvider<TwilioConnectionDetails> twilio) {
        TwilioConnectionDetails details = twilio.getIfAvailable();
        return details == null ? Clock.systemUTC() : details.clock();
    }

    @Bean
    @ConditionalOnMissingBean
    PublicUrl publicUrl(ParlanceProperties properties, Environment environment) {
        URI url = properties.publicUrl();
        return url == null ? new LocalUrl(environment) : () -> url;
    }
}
