package dev.parlance.quarkus.runtime;

import dev.parlance.quarkus.PublicUrl;
import dev.parlance.quarkus.TwilioConnection;
import dev.parlance.security.Secrets;
import dev.parlance.security.SignatureListener;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TrustedProxies;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The check of the webhooks' signatures. */
@Singleton
public final class WebhookBeans {
    @Produces
    @Singleton
    @DefaultBean
    SignedWebhooks signedWebhooks(
            TwilioConnection twilio,
            PublicUrl publicUrl,
            ParlanceConfig properties,
            @Any Instance<SignatureListener> listeners) {
        ParlanceConfig.Webhooks webhooks = properties.webhooks();
        List<String> proxies = webhooks.trustedProxies().orElse(List.of());
        SignedWebhooks signed = SignedWebhooks.verifiedBy(TwilioSignature.of(Secrets.of(List.of(token(twilio)))))
                .withMethods(webhooks.methods().toArray(String[]::new));
        if (!proxies.isEmpty()) {
            signed = signed.withTrustedProxies(TrustedProxies.of(proxies.toArray(String[]::new)));
        } else if (!(publicUrl instanceof LocalUrl)) {
            signed = signed.withPublicUrl(publicUrl::get);
        }
        for (SignatureListener listener : listeners) {
            signed = signed.withListener(listener);
        }
        return webhooks.diagnosis() ? signed.withDiagnosis() : signed;
    }

    private static Secret token(TwilioConnection twilio) {
        return twilio.account()
                .authToken()
                .orElseThrow(() -> new ConfigurationException(
                        "The account has no auth token, which verifies that webhooks come from Twilio."
                                + " Set parlance.twilio.auth-token or TWILIO_AUTH_TOKEN; an API key can't do that."));
    }
}
