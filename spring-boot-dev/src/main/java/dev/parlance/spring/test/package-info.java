/**
 * Tests of a Spring Boot application with the fake in Twilio's place. {@link dev.parlance.spring.test.ParlanceTest} is the
 * annotation to start with.
 *
 * <pre>{@code
 * @ParlanceTest
 * class DeskTest {
 *     @Test
 *     void a_text_gets_a_reply(FakePhone ana) {
 *         ana.texts("hello").receives("You said: hello");
 *     }
 * }
 * }</pre>
 */
@NullMarked
package dev.parlance.spring.test;

import org.jspecify.annotations.NullMarked;
