/**
 * Sends texts and places calls. Start with {@link dev.parlance.outbound.TextMessage} and
 * {@link dev.parlance.outbound.PhoneCall}. Your Twilio account implements {@link dev.parlance.outbound.TextSender} and
 * {@link dev.parlance.outbound.CallPlacer}; so can a test or another provider.
 *
 * <pre>{@code
 * Address ana = Address.of("+5215512345678");
 * account.send(TextMessage.to(ana, "Your table is ready."));
 * account.place(PhoneCall.to(ana).withTwimlFrom(URI.create("https://hooks.example.com/voice")));
 * }</pre>
 */
@NullMarked
package dev.parlance.outbound;

import org.jspecify.annotations.NullMarked;
