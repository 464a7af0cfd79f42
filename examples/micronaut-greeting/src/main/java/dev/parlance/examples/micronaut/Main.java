package dev.parlance.examples.micronaut;

import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookHandler;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.Micronaut;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;

/** Needs {@code TWILIO_AUTH_TOKEN}, and behind a proxy {@code PUBLIC_URL}: the URL at which Twilio reaches this application. */
@Factory
final class Main {
    public static void main(String[] arguments) {
        Micronaut.run(Main.class, arguments);
    }

    // snippet: handler
    @Singleton
    WebhookHandler handler(
            @Property(name = "twilio.auth-token") String token,
            @Property(name = "public-url") Optional<URI> publicUrl) {
        SignedWebhooks asItArrives = SignedWebhooks.verifiedBy(TwilioSignature.of(Secret.of(token)));
        SignedWebhooks signedWebhooks =
                publicUrl.map(asItArrives::withPublicUrl).orElse(asItArrives);
        return signedWebhooks.handler(new Greeting().routes());
    }
    // end
}
