/**
 * Types that all packages share. {@link dev.parlance.Address} is the address of a person on any channel, {@link
 * dev.parlance.Problem} a mistake in a file.
 *
 * <pre>{@code
 * Address ana = Address.of("whatsapp:+5215512345678");
 * account.send(TextMessage.to(ana, "Your table is ready."));
 * }</pre>
 */
@NullMarked
package dev.parlance;

import org.jspecify.annotations.NullMarked;
