package dev.parlance.spring.autoconfigure;

import dev.parlance.settings.AccountSettings;
import dev.parlance.spring.PublicUrl;
import dev.parlance.spring.TwilioConnectionDetails;
import java.net.URI;
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

    @Bean
    @ConditionalOnMissingBean
    PublicUrl publicUrl(ParlanceProperties properties, Environment environment) {
        URI url = properties.publicUrl();
        return url == null ? new LocalUrl(environment) : () -> url;
    }
}
