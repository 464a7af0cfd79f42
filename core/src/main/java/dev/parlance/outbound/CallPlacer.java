package dev.parlance.outbound;

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
}
