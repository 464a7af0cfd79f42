package dev.parlance.outbound;

/**
 * Sends text messages.
 *
 * <pre>{@code
 * Receipt receipt = texts.send(TextMessage.to(Address.of("+15005550006"), "Your table is ready."));
 * }</pre>
 *
 * <p>Implementations are safe for use by several threads.
 */
@FunctionalInterface
public interface TextSender {
    /**
     * Sends a text, and returns as soon as it is accepted for delivery.
     *
     * @throws OutboundException if it was refused, or if it is not known whether it was accepted
     */
    Receipt send(TextMessage text);
}
