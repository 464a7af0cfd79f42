package dev.parlance.quarkus.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class with {@code @QuarkusTest} phones. Write it below that annotation.
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
 *
 * <ul>
 *   <li>Test methods can have parameters of the types {@code FakePhone} and {@code FakeTwilio}. Each {@code FakePhone} is another
 *       person: the first has the number +12025550101, the second +12025550102, and so on. For another number, use {@code
 *       twilio.phone("+5215512345678")}.
 *   <li>The fake's number has the application's webhooks, so {@code ana.texts("hello")} needs no more.
 *   <li>Time is that of {@code twilio.clock()}, also for surveys and in the bean of the type {@code Clock}. Due work and campaigns
 *       run only when the test calls {@code surveys.runDue()} or {@code surveys.campaigns().run(…)}.
 *   <li>Observers of survey events have run when the reply arrives.
 *   <li>Each test starts with a fresh fake and an empty store, if the store is in memory. A database keeps its rows.
 *   <li>If a test fails, the log of the fake is printed below the failure.
 * </ul>
 *
 * <p>With this artifact in the test scope, the fake answers in all tests of the application, even if an account is configured.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(FakeTwilioPerTest.class)
public @interface WithFakeTwilio {}
