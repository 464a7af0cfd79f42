/**
 * Fakes in JUnit tests. {@link dev.parlance.testkit.ForEachTest} gives each test a fresh fake, {@link
 * dev.parlance.testkit.TwilioAssertions} has the assertions, {@link dev.parlance.testkit.ConversationScript} tests in text files.
 *
 * <pre>{@code
 * @ForEachTest
 * static final FakeTwilio twilio = FakeTwilio.create();
 *
 * @Test
 * void greets() {
 *     twilio.phone("+5215512345678").texts("hola").receives("¡Hola!");
 * }
 * }</pre>
 */
@NullMarked
package dev.parlance.testkit;

import org.jspecify.annotations.NullMarked;
