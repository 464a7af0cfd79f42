package dev.parlance.security;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Twilio's signature by a SharedKey that you make and change yourself, instead of the account's auth token. <strong>Beta:</strong>
 * Twilio's own feature is a public beta since September 2026. The text that is signed and the header are those of
 * {@link TwilioSignature}. The header {@code X-Twilio-Webhooks-Signature-Settings: key=<name>,algorithm=HMAC_SHA256} names the
 * key; a request without it is signed by the auth token.
 *
 * <pre>{@code
 * WebhookSignature signature = TwilioSharedKeys.of(name, key)
 *         .and(nextName, nextKey)
 *         .or(TwilioSignature.withToken(token));           // until every webhook is signed by a key
 * }</pre>
 *
 * <p>Safe for use by several threads.
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

    /** By this key. */
    public static TwilioSharedKeys of(String name, String key) {
        return of(Map.of(SecretChecks.present(name, "The key's name"), List.of(SecretChecks.usable(key))));
    }

    /** By such keys as are loaded: {@link Secrets#perSigner} by their names. */
    public static TwilioSharedKeys with(Secrets keys) {
        return new TwilioSharedKeys(Map.of(), SecretChecks.present(keys, "The source of secrets"));
    }

    private static TwilioSharedKeys of(Map<String, List<Secret>> named) {
        return new TwilioSharedKeys(named, Secrets.perSigner(named));
    }

    /** By this key too. */
    public TwilioSharedKeys and(String name, String key) {
        if (named.isEmpty()) {
            throw new IllegalStateException("Keys that are loaded come from their loader alone");
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
                    "There is no header " + SignatureSettings.HEADER + ", so no SharedKey signed it.");
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
                    Refusal.MALFORMED, SignatureSettings.HEADER + " names an algorithm other than " + SHA_256 + ".");
        }
        return scheme.verify(request, keys, new NamedSigner(() -> List.of(settings.key())));
    }

    /** The request as Twilio would send it, signed by the key of this name: for tests, and for programs that play Twilio. */
    public WebhookRequest sign(WebhookRequest request, String name) {
        List<Secret> key = keys.heldBy(() -> name);
        if (key.isEmpty()) {
            throw new IllegalArgumentException("There is no key of the name " + name);
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
