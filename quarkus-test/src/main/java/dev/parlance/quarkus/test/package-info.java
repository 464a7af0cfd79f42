/**
 * The fake Twilio in the tests of a Quarkus application.
 *
 * <pre>{@code
 * @QuarkusTest
 * @WithFakeTwilio
 * class DeskTest {
 *     @Test
 *     void a_text_gets_a_reply(FakePhone ana) {
 *         ana.texts("hello").receives("You said: hello");
 *     }
 * }
 * }</pre>
 */
@NullMarked
package dev.parlance.quarkus.test;

import org.jspecify.annotations.NullMarked;
