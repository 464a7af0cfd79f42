package dev.parlance.outbound;

import dev.parlance.Address;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    /**
     * The texts that were sent to a person since this time, newest first, without replies by TwiML. Empty if the sender doesn't
     * know. After a crash, it shows whether a text was sent. Default: not known.
     */
    default Optional<List<SentText>> sentTo(Address person, Instant since) {
        return Optional.empty();
    }

    /**
     * Shows a person on WhatsApp that a reply to their message is being prepared, for 25 seconds or until it arrives. The message is
     * marked as read. Nothing happens on other channels. Default: does nothing.
     *
     * @param message the SID of the person's message
     * @throws OutboundException if it can't be shown
     */
    default void showTyping(Address person, String message) {}
}
