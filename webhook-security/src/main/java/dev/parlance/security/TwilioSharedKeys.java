package dev.parlance.security;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Twilio's signature by a SharedKey that one makes and changes oneself, instead of the account's auth token. <strong>Beta:</strong>
 * Twilio's own feature is a public beta since September 2026. Its documentation says HMAC-SHA256; that the text signed and
 * the header are those of {@link TwilioSignature}, and that {@code X-Twilio-Signature-Key-Sid} names the key, is known from
 * code written against the beta, not from Twilio.
 *
 * <pre>{@code
 * WebhookSignature signature = TwilioSharedKeys.of(keySid, key)
 *         .and(nextKeySid, nextKey)
 *         .or(TwilioSignature.withToken(token));           // until every webhook is signed by a key
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public final class TwilioSharedKeys implements WebhookSignature {
    private static final String KEY = "X-Twilio-Signature-Key-Sid";

    private final TwilioScheme scheme = new TwilioScheme("HmacSHA256");
    private final Map<String, List<Secret>> named;
    private final Secrets keys;

    private TwilioSharedKeys(Map<String, List<Secret>> named, Secrets keys) {
        this.named = named;
        this.keys = keys;
    }

    /** By this key. */
    public static TwilioSharedKeys of(String keySid, String key) {
        return of(Map.of(keySid, List.of(Secret.of(key))));
    }

    /** By such keys as are loaded: {@link Secrets#perSigner} by their SIDs. */
    public static TwilioSharedKeys with(Secrets keys) {
        return new TwilioSharedKeys(Map.of(), keys);
    }

    private static TwilioSharedKeys of(Map<String, List<Secret>> named) {
        return new TwilioSharedKeys(named, Secrets.perSigner(named));
    }

    /** By this key too. */
    public TwilioSharedKeys and(String keySid, String key) {
        if (named.isEmpty()) {
            throw new IllegalStateException("Keys that are loaded come from their loader alone");
        }
        Map<String, List<Secret>> more = new TreeMap<>(named);
        more.put(keySid, List.of(Secret.of(key)));
        return of(more);
    }

    @Override
    public Verdict verify(WebhookRequest request) {
        List<String> named = request.headers().all(KEY);
        if (named.size() != 1 || named.get(0).isEmpty()) {
            return Verdict.refused(Refusal.MISSING_SIGNATURE, "There is not one header " + KEY + ".");
        }
        return scheme.verify(request, keys, () -> named.get(0));
    }

    /** The request as Twilio would send it, signed by the key of this SID: for tests, and for programs that play Twilio. */
    public WebhookRequest sign(WebhookRequest request, String keySid) {
        List<Secret> key = keys.heldBy(() -> keySid);
        if (key.isEmpty()) {
            throw new IllegalArgumentException("There is no key of the SID " + keySid);
        }
        return scheme.sign(request, key.get(0)).header(KEY, keySid);
    }
}
