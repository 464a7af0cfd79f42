/**
 * Sending texts and placing calls: the interfaces {@link dev.parlance.outbound.TextSender} and {@link
 * dev.parlance.outbound.CallPlacer}. Your Twilio account implements both; so can a test or another provider.
 *
 * <pre>{@code
 * TextSender sender = account;
 * Receipt receipt = sender.send(TextMessage.to(Address.of("+15005550006"), "Your table is ready."));
 * }</pre>
 */
@NullMarked
package dev.parlance.outbound;

import org.jspecify.annotations.NullMarked;
