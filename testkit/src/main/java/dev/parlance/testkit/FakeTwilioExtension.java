package dev.parlance.testkit;

import dev.parlance.testkit.log.Log;
import java.io.Serial;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Connects the fake to JUnit: opens it before tests, resets it between them, and prints its log when one fails. */
abstract class FakeTwilioExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                AfterAllCallback,
                ParameterResolver,
                TestExecutionExceptionHandler {
    final Lifecycle lifecycle;

    FakeTwilioExtension(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    abstract Log log();

    /** Called after each test that passed. */
    abstract void checkStrictly();

    @Override
    public final void beforeAll(ExtensionContext context) {
        lifecycle.beforeClass();
    }

    @Override
    public final void beforeEach(ExtensionContext context) {
        lifecycle.beforeTest();
    }

    @Override
    public final void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        failure.addSuppressed(new LogOfFailure(log()));
        throw failure;
    }

    @Override
    public final void afterEach(ExtensionContext context) {
        try {
            if (context.getExecutionException().isEmpty()) {
                checkStrictly();
            }
        } finally {
            lifecycle.afterTest();
        }
    }

    @Override
    public final void afterAll(ExtensionContext context) {
        lifecycle.afterClass();
    }

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FakeTwilio.class;
    }

    @Override
    public final Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return this;
    }

    /** Prints the log below a test failure. */
    private static final class LogOfFailure extends Exception {
        @Serial
        private static final long serialVersionUID = 1;

        LogOfFailure(Log log) {
            super("Log of the fake Twilio:\n" + log, null, false, false);
        }
    }
}
