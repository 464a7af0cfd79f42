package dev.parlance.spring.autoconfigure;

import dev.parlance.security.SignedWebhooks;
import dev.parlance.spring.WebhookEndpoint;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The paths of the webhooks, whichever framework serves them. */
@Configuration(proxyBeanMethods = false)
class WebhookPathsConfiguration {
    @Bean
    WebhookPaths webhookPaths(
            ControllerWebhooks controllers,
            ObjectProvider<WebhookEndpoint> endpoints,
            ObjectProvider<SenderWebhook> senders) {
        return new WebhookPaths(
                controllers,
                endpoints.orderedStream().toList(),
                senders.orderedStream().toList());
    }

    @Bean
    UnsignedWebhooks unsignedWebhooks(
            WebhookPaths paths, ObjectProvider<SignedWebhooks> signed, ObjectProvider<Signatures> signatures) {
        Signatures tokens = signatures.getIfAvailable();
        boolean canVerify = tokens == null ? signed.getIfAvailable() != null : tokens.canVerify();
        return new UnsignedWebhooks(paths, canVerify);
    }
}
