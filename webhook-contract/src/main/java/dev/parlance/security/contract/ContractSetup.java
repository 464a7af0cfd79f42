package dev.parlance.security.contract;

import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TrustedProxies;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookHandler;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How an adapter must be configured for a group of requests. The adapter serves {@link #handler} below some path, behind the check
 * {@link #signedWebhooks}, as its framework does it.
 */
public enum ContractSetup {
    /** The headers of a proxy on this machine tell the public URL. */
    BEHIND_PROXY,
    /** The public URL is fixed. */
    PUBLIC_URL,
    /**
     * A filter of the application has read the body before the check. The check must refuse such requests, unless it still finds
     * the whole body.
     */
    FORM_READ_BEFORE;

    private static final int BODY_LIMIT = 20_000;
    private static final URI PUBLIC = URI.create("https://hooks.example.com");

    /** The handler that the adapter must serve. It answers with an account of the request that it got. */
    public WebhookHandler handler() {
        return new ContractHandler();
    }

    /** The check that the adapter must apply. It remembers repeats, so each adapter needs a new one. */
    public SignedWebhooks signedWebhooks() {
        SignedWebhooks webhooks = SignedWebhooks.verifiedBy(TwilioSignature.of(tokens().toArray(Secret[]::new)))
                .withMethods("GET", "POST")
                .withBodyLimit(BODY_LIMIT);
        return switch (this) {
            case BEHIND_PROXY -> webhooks.withTrustedProxies(TrustedProxies.of("127.0.0.1", "::1"));
            case PUBLIC_URL -> webhooks.withPublicUrl(PUBLIC);
            case FORM_READ_BEFORE -> webhooks;
        };
    }

    /** The auth tokens that sign, for an adapter that is configured without {@link #signedWebhooks}. */
    public List<Secret> tokens() {
        return List.of(SigningToken.CURRENT.secret(), SigningToken.PREVIOUS.secret());
    }

    /** The public URL without the adapter's path; empty if it is taken from each request. */
    public Optional<URI> publicUrl() {
        return this == PUBLIC_URL ? Optional.of(PUBLIC) : Optional.empty();
    }

    /** Scheme, host and port that Twilio used for a request with this host, if no proxy changed them. */
    String origin(String host) {
        return publicUrl().map(URI::toString).orElse("http://" + host);
    }

    /** The name in the file of requests and in the names of tests: {@code behind-proxy}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
