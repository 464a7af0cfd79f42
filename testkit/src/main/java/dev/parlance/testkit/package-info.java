/**
 * Fakes in JUnit tests. {@link dev.parlance.testkit.ForEachTest} gives each test a fresh fake, {@link
 * dev.parlance.testkit.TwilioAssertions} has the assertions, and a {@link dev.parlance.testkit.ConversationScript} is a test in a
 * text file.
 *
 * <pre>{@code
 * @ForEachTest
 * static final FakeTwilio twilio = FakeTwilio.create();
 *
 * @Test
 * void greets_in_spanish() {
 *     twilio.number("+15005550100").onText("http://localhost:8080/sms");
 *     twilio.phone("+5215512345678").texts("hola").receives("¡Hola!");
 * }
 * }</pre>
 */
@NullMarked
package dev.parlance.testkit;

import org.jspecify.annotations.NullMarked;
