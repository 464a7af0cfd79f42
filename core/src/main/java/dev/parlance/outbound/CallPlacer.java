package dev.parlance.outbound;

/**
 * Places phone calls.
 *
 * <pre>{@code
 * Receipt receipt = calls.place(
 *         PhoneCall.to(Address.of("+15005550006")).fetching(URI.create("https://hooks.example.com/voice")));
 * }</pre>
 *
 * <p>Implementations are safe for use by several threads.
 */
@FunctionalInterface
public interface CallPlacer {
    /**
     * Begins a call, and returns as soon as it is queued: long before anybody picks up.
     *
     * @throws OutboundException if it was refused, or if it is not known whether it was accepted
     */
    Receipt place(PhoneCall call);
}
