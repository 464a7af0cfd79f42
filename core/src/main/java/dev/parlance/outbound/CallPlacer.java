package dev.parlance.outbound;

import java.net.URI;

/**
 * Places phone calls.
 *
 * <pre>{@code
 * Receipt receipt = calls.place(
 *         PhoneCall.to(Address.of("+15005550006")).withTwimlFrom(URI.create("https://hooks.example.com/voice")));
 * }</pre>
 *
 * <p>Implementations must be thread-safe.
 */
@FunctionalInterface
public interface CallPlacer {
    /**
     * Starts a call and returns as soon as it is queued, long before anyone answers.
     *
     * @throws OutboundException if the call was refused, or if the outcome is unknown
     */
    Receipt place(PhoneCall call);

    /**
     * Whether the carrier can reach a webhook at this URL, judged by its host, without a request. Default: true. A real account
     * can't reach {@code localhost} or a private address.
     */
    default boolean canReach(URI webhook) {
        return true;
    }
}
