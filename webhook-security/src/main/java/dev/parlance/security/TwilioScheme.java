package dev.parlance.security;

import dev.parlance.internal.Sha256;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The scheme behind both of Twilio's signatures: {@code base64(HMAC(secret, URL + sorted parameters))} for a form. For any other
 * body only the URL is signed, and it carries the hash of the body.
 */
final class TwilioScheme {
    static final String SIGNATURE = "X-Twilio-Signature";
    static final String BODY_HASH = "bodySHA256=";

    private final HmacKeys keys;

    TwilioScheme(String algorithm) {
        this.keys = new HmacKeys(algorithm);
    }

    static boolean mayBeSigned(Headers headers) {
        return headers.first(SIGNATURE).filter(value -> !value.isEmpty()).isPresent();
    }

    /** Verifies with the secrets of the signer that the request names. */
    Verdict verify(WebhookRequest request, Secrets secrets, NamedSigner signer) {
        List<String> signatures = request.headers().all(SIGNATURE);
        if (signatures.isEmpty() || signatures.get(0).isEmpty()) {
            return Verdict.refused(Refusal.MISSING_SIGNATURE, "There is no header " + SIGNATURE + ".");
        }
        if (signatures.size() > 1) {
            return Verdict.refused(Refusal.MALFORMED, "There are several headers " + SIGNATURE + ".");
        }
        SignedText text;
        try {
            text = SignedText.of(request);
        } catch (WebhookException e) {
            return Verdict.refused(Refusal.MALFORMED, "The form is malformed. " + e.getMessage());
        }
        String signature = signatures.get(0);
        return SecretTrial.of(secrets, signer, candidates -> verify(request, text, signature, candidates));
    }

    private Verdict verify(WebhookRequest request, SignedText text, String signature, List<Secret> secrets) {
        byte[] given = signature.getBytes(StandardCharsets.UTF_8);
        if (!matches(text.after(request.url()), given, secrets)
                && !matchesInAnotherForm(request, text, given, secrets)) {
            return Verdict.refused(
                    Refusal.WRONG_SIGNATURE,
                    "The signature does not match this URL, these parameters and the secret. If a proxy may be the cause,"
                            + " turn on SignedWebhooks.withDiagnosis().");
        }
        return text.isEmpty() ? bodyVerdict(request, signature) : Verdict.accepted(signature);
    }

    private boolean matchesInAnotherForm(WebhookRequest request, SignedText text, byte[] given, List<Secret> secrets) {
        Set<String> urls = UrlForms.of(request);
        for (String url : urls) {
            if (!url.equals(request.url()) && matches(text.after(url), given, secrets)) {
                return true;
            }
        }
        return UrlForms.isWebSocket(request) && matchesWithQueryAsForm(request, urls, given, secrets);
    }

    /**
     * Twilio's ConversationRelay server signs the query of a WebSocket URL as form parameters. Only {@code ws} URLs may match this
     * way, because otherwise a signed POST would pass as an upgrade.
     */
    private boolean matchesWithQueryAsForm(
            WebhookRequest request, Set<String> urls, byte[] given, List<Secret> secrets) {
        String query =
                request.url().substring(UrlForms.withoutQuery(request.url()).length());
        if (query.isEmpty()) {
            return false;
        }
        WebhookRequest withForm = request.withBody(
                "application/x-www-form-urlencoded", query.substring(1).getBytes(StandardCharsets.UTF_8));
        try {
            SignedText text = SignedText.of(withForm);
            return urls.stream()
                    .filter(url -> url.toLowerCase(Locale.ROOT).startsWith("ws"))
                    .map(UrlForms::withoutQuery)
                    .anyMatch(url -> matches(text.after(url), given, secrets));
        } catch (WebhookException e) {
            return false;
        }
    }

    /** Compares as text, because decoding ignores the last, unused bits, and two texts would be the same signature. */
    private boolean matches(byte[] text, byte[] given, List<Secret> secrets) {
        boolean matches = false;
        for (Secret secret : secrets) {
            matches |= MessageDigest.isEqual(base64(text, secret), given);
        }
        return matches;
    }

    private byte[] base64(byte[] text, Secret secret) {
        return Base64.getEncoder().encode(keys.of(secret).sign(text));
    }

    /** If only the URL is signed, a body needs a hash in the URL, and the hash must match the body. */
    private static Verdict bodyVerdict(WebhookRequest request, String signature) {
        String query =
                request.url().substring(UrlForms.withoutQuery(request.url()).length());
        int hash = Math.max(query.lastIndexOf("?" + BODY_HASH), query.lastIndexOf("&" + BODY_HASH));
        if (hash < 0) {
            return request.bodyLength() == 0 || request.hasForm()
                    ? Verdict.accepted(signature)
                    : Verdict.refused(
                            Refusal.WRONG_BODY_HASH,
                            "The body is not a form, so the URL needs its hash, bodySHA256, but has none.");
        }
        // The last one counts: Twilio appends its hash even if the configured URL already has one.
        String value = query.substring(hash + 1 + BODY_HASH.length()).split("[&#]", 2)[0];
        return MessageDigest.isEqual(
                        Sha256.hex(request.body()).getBytes(StandardCharsets.US_ASCII),
                        value.getBytes(StandardCharsets.UTF_8))
                ? Verdict.accepted(signature)
                : Verdict.refused(Refusal.WRONG_BODY_HASH, "The URL is signed, but its hash does not match the body.");
    }

    /** Signs a request as Twilio would. If its body is not a form, the URL gets the body's hash. */
    WebhookRequest sign(WebhookRequest request, Secret secret) {
        boolean needsHash = request.bodyLength() > 0 && !request.hasForm();
        String url = needsHash ? withBodyHash(request) : request.url();
        byte[] text = SignedText.of(request).after(url);
        Headers headers =
                request.headers().with(SIGNATURE, new String(base64(text, secret), StandardCharsets.US_ASCII));
        return WebhookRequest.of(request.method(), url, headers, request.body());
    }

    private static String withBodyHash(WebhookRequest request) {
        String url = request.url();
        return url + (url.contains("?") ? "&" : "?") + BODY_HASH + Sha256.hex(request.body());
    }
}
