package dev.parlance.spring.autoconfigure;

import dev.parlance.security.SignedWebhooks;
import dev.parlance.survey.store.DocumentStore;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health for Spring Boot's actuator, without requests to Twilio. */
@AutoConfiguration(after = {WebhookAutoConfiguration.class, SurveyStoreAutoConfiguration.class})
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
class HealthAutoConfiguration {
    /** Health of the webhooks. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(SignedWebhooks.class)
    @ConditionalOnBean({Signatures.class, LastWebhook.class})
    static class Webhooks {
        @Bean
        @ConditionalOnMissingBean(name = "twilioHealthIndicator")
        @ConditionalOnEnabledHealthIndicator("twilio")
        HealthIndicator twilioHealthIndicator(Signatures signatures, LastWebhook lastWebhook) {
            return new WebhookHealth(signatures, lastWebhook);
        }
    }

    /** Health of the store. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DocumentStore.class)
    @ConditionalOnBean(DocumentStore.class)
    static class Store {
        @Bean
        @ConditionalOnMissingBean(name = "surveyStoreHealthIndicator")
        @ConditionalOnEnabledHealthIndicator("surveystore")
        HealthIndicator surveyStoreHealthIndicator(DocumentStore store) {
            return new StoreHealth(store);
        }
    }
}
