package dev.parlance.outbound;

/**
 * Sends text messages.
 *
 * <pre>{@code
 * Receipt receipt = texts.send(TextMessage.to(Address.of("+15005550006"), "Your table is ready."));
 * }</pre>
 *
 * <p>Implementations must be thread-safe.
 */
@FunctionalInterface
public interface TextSender {
    /**
     * Sends a text and returns as soon as it is accepted for delivery.
     *
     * @throws OutboundException if the text was refused, or if the outcome is unknown
     */
    Receipt send(TextMessage text);
}
