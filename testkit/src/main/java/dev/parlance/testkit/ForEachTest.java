package dev.parlance.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test a fresh fake.
 *
 * <pre>{@code
 * @ForEachTest
 * static final FakeTwilio twilio = FakeTwilio.create();
 * }</pre>
 *
 * <p>A fake in a static field starts once per test class, and each test starts with what was set up before the first one. A fake
 * in an instance field belongs to one test alone, so tests can run in parallel. When a test fails, the fake's log is printed below
 * the failure. Works with JUnit 5.8 and later, and with JUnit 6.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@ExtendWith(FakeExtension.class)
public @interface ForEachTest {}
