package dev.parlance.examples.micronaut;

import dev.parlance.security.contract.ContractSetup;
import dev.parlance.security.contract.RunningAdapter;
import dev.parlance.security.contract.SignedRequestsContract;
import dev.parlance.webhook.WebhookHandler;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;

class WebhooksTest extends SignedRequestsContract {
    @Override
    protected RunningAdapter start(ContractSetup setup) {
        EmbeddedServer server = ApplicationContext.run(
                EmbeddedServer.class, Map.of("contract.setup", setup, "micronaut.server.port", -1));
        return new RunningAdapter(URI.create(server.getURL() + "/twilio"), server);
    }

    @Factory
    @Requires(property = "contract.setup")
    static final class ContractHandlers {
        @Singleton
        @Replaces(value = WebhookHandler.class, factory = Main.class)
        WebhookHandler handler(@Property(name = "contract.setup") ContractSetup setup) {
            return setup.signedWebhooks().handler(setup.handler());
        }
    }
}
