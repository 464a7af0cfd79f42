package dev.parlance.security.contract;

import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TrustedProxies;
import dev.parlance.security.TwilioSignature;
import dev.parlance.webhook.WebhookHandler;
import java.net.URI;
import java.util.Locale;

/**
 * How an adapter must be configured for a group of requests. The adapter serves {@link #handler} below some path, behind the check
 * {@link #signedWebhooks}, as its framework does it.
 */
public enum ContractSetup {
    /** The public URL is in the headers of a proxy on this machine. */
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
        SignedWebhooks webhooks = SignedWebhooks.verifiedBy(
                        TwilioSignature.of(SigningToken.CURRENT.secret(), SigningToken.PREVIOUS.secret()))
                .withMethods("GET", "POST")
                .withBodyLimit(BODY_LIMIT);
        return switch (this) {
            case BEHIND_PROXY -> webhooks.withTrustedProxies(TrustedProxies.of("127.0.0.1", "::1"));
            case PUBLIC_URL -> webhooks.withPublicUrl(PUBLIC);
            case FORM_READ_BEFORE -> webhooks;
        };
    }

    /** Scheme, host and port that Twilio used for a request with this host, if no proxy changed them. */
    String origin(String host) {
        return this == PUBLIC_URL ? PUBLIC.toString() : "http://" + host;
    }

    /** The name in the file of requests and in the names of tests: {@code behind-proxy}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
