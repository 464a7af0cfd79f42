package dev.parlance.fake;

/**
 * A fake that a test framework starts, resets between tests and closes. {@code parlance-testkit} does that for JUnit:
 *
 * <pre>{@code
 * @ForEachTest
 * static final FakeTwilio twilio = FakeTwilio.create();
 * }</pre>
 */
public interface Fake extends AutoCloseable {
    /** For test frameworks. Tests don't need it. */
    FakeLifecycle lifecycle();

    /** Stops the fake. Calling this again has no effect. */
    @Override
    void close();
}
