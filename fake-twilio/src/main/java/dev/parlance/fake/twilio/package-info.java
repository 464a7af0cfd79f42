/**
 * A fake Twilio on your machine, for tests and for trying an application out. Start with {@link
 * dev.parlance.fake.twilio.FakeTwilio}: it answers API requests, and people with phones text and call your application.
 *
 * <pre>{@code
 * try (FakeTwilio twilio = FakeTwilio.start()) {
 *     twilio.number("+15005550100").onText("http://localhost:8080/sms");
 *     twilio.phone("+5215512345678").texts("hola").receives("¡Hola!");
 * }
 * }</pre>
 */
@NullMarked
package dev.parlance.fake.twilio;

import org.jspecify.annotations.NullMarked;
