/**
 * Types that all packages share: the {@link dev.parlance.Address} of a person, which masks itself in logs, and the
 * {@link dev.parlance.Problem} that a check found in a file or a setting.
 *
 * <pre>{@code
 * Address ana = Address.of("whatsapp:+5215512345678");
 * System.out.println("Texting " + ana);                // Texting whatsapp:+521••••••5678
 * String number = ana.id();
 * }</pre>
 */
@NullMarked
package dev.parlance;

import org.jspecify.annotations.NullMarked;
