package dev.parlance.security;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Twilio's signature with a SharedKey, which you create and rotate yourself, instead of the account's auth token.
 * <strong>Beta:</strong> Twilio's feature has been in public beta since September 2026. The signed text and the signature header
 * are those of {@link TwilioSignature}. The header {@code X-Twilio-Webhooks-Signature-Settings: key=<name>,algorithm=HMAC_SHA256}
 * names the key; requests without it are signed with the auth token.
 *
 * <pre>{@code
 * WebhookSignature signature = TwilioSharedKeys.of(name, key)
 *         .withKey(nextName, nextKey)
 *         .or(TwilioSignature.of(token));           // until every webhook uses a key
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class TwilioSharedKeys implements WebhookSignature {
    private static final String SHA_256 = "HMAC_SHA256";

    private final Map<String, TwilioScheme> schemes =
            Map.of(SHA_256, new TwilioScheme("HmacSHA256"), "HMAC_SHA1", new TwilioScheme("HmacSHA1"));
    private final Map<String, List<Secret>> named;
    private final Secrets keys;

    private TwilioSharedKeys(Map<String, List<Secret>> named, Secrets keys) {
        this.named = named;
        this.keys = keys;
    }

    /** Checks with this key. */
    public static TwilioSharedKeys of(String name, Secret key) {
        return of(Map.of(SecretChecks.present(name, "The key's name"), List.of(SecretChecks.usable(key))));
    }

    /** Checks with keys from this source: use {@link Secrets#perSigner} with the keys' names. */
    public static TwilioSharedKeys of(Secrets keys) {
        return new TwilioSharedKeys(Map.of(), SecretChecks.present(keys, "The source of secrets"));
    }

    private static TwilioSharedKeys of(Map<String, List<Secret>> named) {
        return new TwilioSharedKeys(named, Secrets.perSigner(named));
    }

    /** Adds a key. */
    public TwilioSharedKeys withKey(String name, Secret key) {
        if (named.isEmpty()) {
            throw new IllegalStateException("Can't add a key to keys from a Secrets source: add it to the source");
        }
        Map<String, List<Secret>> more = new TreeMap<>(named);
        more.put(SecretChecks.present(name, "The key's name"), List.of(SecretChecks.usable(key)));
        return of(more);
    }

    @Override
    public boolean mayBeSigned(Headers headers) {
        return TwilioScheme.mayBeSigned(headers);
    }

    @Override
    public Verdict verify(WebhookRequest request) {
        if (request.header(SignatureSettings.HEADER).isEmpty()) {
            return Verdict.refused(
                    Refusal.MISSING_SIGNATURE,
                    "There is no header " + SignatureSettings.HEADER
                            + ", so the request was not signed with a SharedKey.");
        }
        SignatureSettings settings;
        try {
            settings = SignatureSettings.of(request);
        } catch (WebhookException e) {
            return Verdict.refused(Refusal.MALFORMED, e.getMessage());
        }
        TwilioScheme scheme = schemes.get(settings.algorithm());
        if (scheme == null) {
            return Verdict.refused(
                    Refusal.MALFORMED,
                    SignatureSettings.HEADER + " names an unsupported algorithm; use " + SHA_256 + ".");
        }
        return scheme.verify(request, keys, new NamedSigner(() -> List.of(settings.key())));
    }

    /** Signs a request with the named key, as Twilio would. For tests and for programs that simulate Twilio. */
    public WebhookRequest sign(WebhookRequest request, String name) {
        List<Secret> key = keys.forSigner(() -> name);
        if (key.isEmpty()) {
            throw new IllegalArgumentException("There is no key named " + name);
        }
        String settings = new SignatureSettings(name, SHA_256).toString();
        WebhookRequest signed = new TwilioScheme("HmacSHA256").sign(request, key.get(0));
        return WebhookRequest.of(
                signed.method(),
                signed.url(),
                signed.headers().with(SignatureSettings.HEADER, settings),
                signed.body());
    }
}
