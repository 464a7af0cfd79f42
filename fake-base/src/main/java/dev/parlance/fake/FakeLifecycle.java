package dev.parlance.fake;

/**
 * Opens, resets and closes a fake at the right moments of a test run. A test framework calls the methods in this order:
 *
 * <pre>{@code
 * fake.lifecycle().beforeAll();        // only if tests share the fake
 * fake.lifecycle().beforeEach();
 * // the test runs
 * fake.lifecycle().passed();           // or failed(failure)
 * fake.lifecycle().afterEach();
 * fake.lifecycle().afterAll();         // if beforeAll was called
 * }</pre>
 */
public interface FakeLifecycle {
    /** Before the first of several tests that share the fake. They keep what is set up until the first of them begins. */
    void beforeAll();

    /** Before each test. */
    void beforeEach();

    /**
     * After a test that passed.
     *
     * @throws AssertionError if the fake noticed a problem that must fail the test
     */
    void passed();

    /** After a test that failed. Adds the log to the failure, so that the framework prints it. */
    default void failed(Throwable failure) {
        failure.addSuppressed(new LogOfFailure(log()));
    }

    /** After each test. Closes a fake that no other test shares. */
    void afterEach();

    /** After the last test. */
    void afterAll();

    /** What happened in this test. */
    String log();
}
