package dev.parlance.spring.test;

import dev.parlance.fake.FakeLifecycle;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Gives each test a fresh fake, an empty store, and phones as parameters. */
final class FakeTwilioPerTest
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                ParameterResolver,
                TestExecutionExceptionHandler {
    /** No one has the numbers from 0100 to 0199. */
    private static final String NUMBER = "+120255501%02d";

    @Override
    public void beforeAll(ExtensionContext context) {
        // There is no afterAll: the application context, which other classes use too, closes the fake.
        twilio(context).lifecycle().beforeAll();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        twilio(context).lifecycle().beforeEach();
        application(context).getBean(MemoryStores.class).empty();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        twilio(context).lifecycle().failed(failure);
        throw failure;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        FakeLifecycle twilio = twilio(context).lifecycle();
        try {
            if (context.getExecutionException().isEmpty()) {
                twilio.passed();
            }
        } finally {
            twilio.afterEach();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        // Constructors get the fake from Spring.
        return parameter.getDeclaringExecutable() instanceof Method
                && (type == FakePhone.class || type == FakeTwilio.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        FakeTwilio twilio = twilio(context);
        return parameter.getParameter().getType() == FakeTwilio.class ? twilio : phone(twilio, parameter);
    }

    private static FakePhone phone(FakeTwilio twilio, ParameterContext parameter) {
        Class<?>[] types = parameter.getDeclaringExecutable().getParameterTypes();
        long earlierPhones = Arrays.stream(types, 0, parameter.getIndex())
                .filter(FakePhone.class::equals)
                .count();
        return twilio.phone(NUMBER.formatted(earlierPhones + 1));
    }

    private static FakeTwilio twilio(ExtensionContext context) {
        return application(context).getBean(FakeTwilio.class);
    }

    private static ApplicationContext application(ExtensionContext context) {
        return SpringExtension.getApplicationContext(context);
    }
}
