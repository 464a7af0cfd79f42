package dev.parlance.spring.autoconfigure;

import dev.parlance.observation.Observations;
import dev.parlance.security.SignatureListener;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TrustedProxies;
import dev.parlance.spring.PublicUrl;
import dev.parlance.spring.TwilioConnectionDetails;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The check of the webhooks' signatures. */
@AutoConfiguration(after = TwilioAutoConfiguration.class)
@ConditionalOnClass(SignedWebhooks.class)
class WebhookAutoConfiguration {
    @Bean
    @ConditionalOnBean(TwilioConnectionDetails.class)
    Signatures webhookSignatures(TwilioConnectionDetails twilio, Environment environment) {
        return Signatures.of(twilio.account(), NamedAccounts.read(environment));
    }

    @Bean
    @ConditionalOnBean(TwilioConnectionDetails.class)
    LastWebhook lastWebhook(TwilioConnectionDetails twilio) {
        return new LastWebhook(twilio.clock());
    }

    @Bean
    @ConditionalOnBean(TwilioConnectionDetails.class)
    @ConditionalOnMissingBean
    SignedWebhooks signedWebhooks(
            Signatures signatures,
            PublicUrl publicUrl,
            ParlanceProperties properties,
            ObjectProvider<SignatureListener> listeners,
            ObjectProvider<ObservationRegistry> registry) {
        ParlanceProperties.Webhooks webhooks = properties.webhooks();
        SignedWebhooks signed = SignedWebhooks.verifiedBy(signatures.signature())
                .withMethods(webhooks.methods().toArray(String[]::new))
                .withListener(Observations.in(registry.getIfAvailable(() -> ObservationRegistry.NOOP))
                        .refusals());
        if (!webhooks.trustedProxies().isEmpty()) {
            signed = signed.withTrustedProxies(
                    TrustedProxies.of(webhooks.trustedProxies().toArray(String[]::new)));
        } else if (!(publicUrl instanceof LocalUrl)) {
            signed = signed.withPublicUrl(publicUrl::get);
        }
        for (SignatureListener listener : listeners) {
            signed = signed.withListener(listener);
        }
        return webhooks.diagnosis() ? signed.withDiagnosis() : signed;
    }
}
