package dev.parlance.security;

import dev.parlance.webhook.WebhookRequest;
import java.util.Optional;

/**
 * Knows deliveries that came before: by the header {@code I-Twilio-Idempotency-Token}, which stays the same when Twilio
 * tries again, or else by their signature.
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
 *
 * <p>Twilio's signature does not cover where a parameter's name ends: {@code Body=hola} and {@code Bodyh=ola} are signed
 * alike. So a signature that came before with other parameters is refused in any case.
 */
public final class ReplayGuard {
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

    /** What is known of a request whose signature is right. */
    enum Finding {
        NEW,
        REPEATED,
        ALTERED
    }

    Finding find(Delivery delivery) {
        Optional<String> signedBefore = memory.remember(delivery.signature(), delivery.content());
        if (signedBefore.isPresent() && !signedBefore.get().equals(delivery.content())) {
            return Finding.ALTERED;
        }
        boolean isNew = delivery.token().isEmpty()
                ? signedBefore.isEmpty()
                : memory.remember(delivery.token(), delivery.content()).isEmpty();
        return isNew ? Finding.NEW : Finding.REPEATED;
    }

    boolean refuses() {
        return refuses;
    }

    void forget(Delivery delivery) {
        memory.forget(delivery.token().isEmpty() ? delivery.signature() : delivery.token());
    }
}
