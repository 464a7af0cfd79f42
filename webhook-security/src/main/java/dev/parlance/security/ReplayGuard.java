package dev.parlance.security;

import dev.parlance.webhook.WebhookRequest;

/**
 * Knows requests whose signature came before.
 *
 * <pre>{@code
 * Signed.by(signature).replays(ReplayGuard.refusing());
 * }</pre>
 *
 * <p>A repeat is usually the sender's own second try and deserves the answer that the first one got. So by default it is
 * passed on, and {@link WebhookRequest#isRepeated} is true. A delivery that failed, with an exception or a status of 500 and
 * more, is forgotten: the next try is not a repeat.
 *
 * <p>The header {@code I-Twilio-Idempotency-Token} is a hint, since it is not signed. Where it stays the same, the request is
 * marked. Where it is new, {@link #marking} takes the request for a new one in the same words, such as the same key pressed
 * twice in a call; {@link #refusing} does not. A handler that must not do a thing twice checks {@code MessageSid} or
 * {@code CallSid}.
 *
 * <p>Twilio signs neither the method nor where a parameter's name ends: {@code Body=hola} and {@code Bodyh=ola} have the same
 * signature. Nobody can say which of the two is real. To refuse the second would let an attacker who comes first lock the real
 * sender out, so it is passed on, marked, by either guard. A handler that can't do a thing twice ignores what is marked.
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
     * Refuses what came before in the same words, whatever its token. The sender takes a refusal for a failure, and two
     * turns of a call with the same key pressed are the same request unless their URLs differ.
     */
    public static ReplayGuard refusing() {
        return new ReplayGuard(true, DeliveryMemory.inMemory());
    }

    /** Remembers deliveries elsewhere. */
    public ReplayGuard memory(DeliveryMemory newMemory) {
        return new ReplayGuard(refuses, SecretChecks.present(newMemory, "The memory"));
    }

    /** What is known of a request whose signature is right. */
    enum Finding {
        NEW,
        REPEATED,
        /** Its signature came before, with other parameters or another method. */
        ALTERED,
        REFUSED
    }

    Finding find(Delivery delivery) {
        boolean isAltered = memory.remember(delivery.signature(), delivery.content())
                .filter(first -> !first.equals(delivery.content()))
                .isPresent();
        boolean sameWords =
                memory.remember(delivery.words(), delivery.content()).isPresent();
        boolean hasToken = !delivery.token().isEmpty();
        boolean sameToken = hasToken
                && memory.remember(delivery.token(), delivery.content()).isPresent();
        if (sameWords && refuses) {
            return Finding.REFUSED;
        }
        if (isAltered) {
            return Finding.ALTERED;
        }
        boolean saysItIsNew = hasToken && !sameToken;
        boolean isRepeated = sameToken || (sameWords && !saysItIsNew);
        return isRepeated ? Finding.REPEATED : Finding.NEW;
    }

    /** That the signature came, and with what, stays known: an altered one that comes next is not new. */
    void forget(Delivery delivery) {
        memory.forget(delivery.words());
        if (!delivery.token().isEmpty()) {
            memory.forget(delivery.token());
        }
    }
}
