package dev.parlance.security;

import dev.parlance.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Knows deliveries that came before: by the header {@code I-Twilio-Idempotency-Token}, which stays the same when Twilio
 * tries again, or else by what was signed.
 *
 * <pre>{@code
 * Signed.by(signature).replays(ReplayGuard.refusing());
 * }</pre>
 *
 * <p>A repeat is usually the sender's own second try and deserves the answer that the first one got: so it is passed on
 * unless told otherwise, and {@link WebhookRequest#isRepeated} says so. That is a hint and no proof. The header is not
 * signed: whoever has seen a signed request can send it again under another token, so a handler that must not do a thing twice
 * has to see for itself by {@code MessageSid} or {@code CallSid}. Delivery that failed, with an exception or a status of 500 and
 * more, is forgotten, so that the next try is none.
 */
public final class ReplayGuard {
    private static final String TOKEN = "I-Twilio-Idempotency-Token";
    private static final int HASH_BYTES = 16;

    private final boolean refuses;
    private final DeliveryMemory memory;

    private ReplayGuard(boolean refuses, DeliveryMemory memory) {
        this.refuses = refuses;
        this.memory = memory;
    }

    /** Marks repeats and passes them on. */
    public static ReplayGuard marking() {
        return new ReplayGuard(false, DeliveryMemory.inMemory());
    }

    /**
     * Refuses repeats. Mind that the sender takes a refusal for a failure, and that two turns of a call with the same key
     * pressed are the same request unless their URLs differ or the sender names its deliveries.
     */
    public static ReplayGuard refusing() {
        return new ReplayGuard(true, DeliveryMemory.inMemory());
    }

    /** Remembers deliveries elsewhere. */
    public ReplayGuard memory(DeliveryMemory newMemory) {
        return new ReplayGuard(refuses, newMemory);
    }

    boolean refuses() {
        return refuses;
    }

    boolean isNew(String delivery) {
        return memory.remember(delivery);
    }

    void forget(String delivery) {
        memory.forget(delivery);
    }

    /** A hash, so that what is remembered is short and of no use to anyone. */
    static String delivery(WebhookRequest request, Verdict verdict) {
        // With the URL: a fallback URL is another delivery, whatever its token.
        String name = request.header(TOKEN)
                .map(token -> "token " + token + " " + request.url())
                .orElse("signed " + verdict.fingerprint());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
