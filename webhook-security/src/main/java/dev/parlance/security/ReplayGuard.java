package dev.parlance.security;

import dev.parlance.webhook.WebhookRequest;

/**
 * Detects requests whose signature was seen before.
 *
 * <pre>{@code
 * SignedWebhooks.verifiedBy(signature).withReplayGuard(ReplayGuard.refusing());
 * }</pre>
 *
 * <p>A repeat is usually the sender's own retry and should get the same answer as the first request. So by default it is
 * passed on with {@link WebhookRequest#isRepeated} set. A delivery that failed with an exception or a status of 500 or more is
 * forgotten, so its retry is not a repeat.
 *
 * <p>The {@code I-Twilio-Idempotency-Token} header is only a hint, since it is not signed. The same token marks a request as
 * repeated. With a new token, {@link #marking} treats identical content as a new request, such as the same key pressed twice in a
 * call; {@link #refusing} refuses it. A handler that must not act twice checks {@code MessageSid} or {@code CallSid}.
 *
 * <p>Twilio signs neither the method nor where a parameter's name ends: {@code Body=hola} and {@code Bodyh=ola} have the same
 * signature, and no receiver can say which of the two is real. Refusing the second would let an attacker who comes first lock out
 * the real sender, so both guards mark it and pass it on. A handler that must not act twice ignores marked requests.
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
     * Refuses requests with the same signature and content, whatever their token. The sender sees a refusal as a failure. Two
     * turns of a call with the same key pressed are the same request unless their URLs differ.
     */
    public static ReplayGuard refusing() {
        return new ReplayGuard(true, DeliveryMemory.inMemory());
    }

    /** Remembers deliveries in this memory. */
    public ReplayGuard withMemory(DeliveryMemory newMemory) {
        return new ReplayGuard(refuses, SecretChecks.present(newMemory, "The memory"));
    }

    /** The result for a request with a valid signature. */
    enum Finding {
        NEW,
        REPEATED,
        /** The signature was seen before with other parameters or another method. */
        ALTERED,
        REFUSED
    }

    Finding find(Delivery delivery) {
        boolean isAltered = memory.remember(delivery.signature(), delivery.content())
                .filter(first -> !first.equals(delivery.content()))
                .isPresent();
        boolean sameContent =
                memory.remember(delivery.signedContent(), delivery.content()).isPresent();
        boolean hasToken = !delivery.token().isEmpty();
        boolean sameToken = hasToken
                && memory.remember(delivery.token(), delivery.content()).isPresent();
        if (sameContent && refuses) {
            return Finding.REFUSED;
        }
        if (isAltered) {
            return Finding.ALTERED;
        }
        boolean hasNewToken = hasToken && !sameToken;
        boolean isRepeated = sameToken || (sameContent && !hasNewToken);
        return isRepeated ? Finding.REPEATED : Finding.NEW;
    }

    /** Keeps the signature, so that an altered copy that follows does not count as new. */
    void forget(Delivery delivery) {
        memory.forget(delivery.signedContent());
        if (!delivery.token().isEmpty()) {
            memory.forget(delivery.token());
        }
    }
}
