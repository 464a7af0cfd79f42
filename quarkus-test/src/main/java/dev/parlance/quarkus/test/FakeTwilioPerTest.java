package dev.parlance.quarkus.test;

import dev.parlance.fake.FakeLifecycle;
import dev.parlance.fake.twilio.FakeNumber;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.quarkus.PublicUrl;
import dev.parlance.quarkus.TwilioConnection;
import dev.parlance.quarkus.runtime.MemoryStore;
import dev.parlance.quarkus.runtime.NumberWebhooks;
import dev.parlance.survey.store.DocumentStore;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

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
        // There is no afterAll: the application, which other classes use too, closes the fake.
        bean(FakeTwilio.class).lifecycle().beforeAll();
        setWebhooks();
    }

    private static void setWebhooks() {
        String number = bean(TwilioConnection.class)
                .account()
                .phoneNumber()
                .orElseThrow()
                .value();
        FakeNumber owned = bean(FakeTwilio.class).number(number);
        PublicUrl publicUrl = bean(PublicUrl.class);
        NumberWebhooks webhooks = bean(NumberWebhooks.class);
        webhooks.textPath().ifPresent(path -> owned.onText(publicUrl.at(path)));
        webhooks.callPath().ifPresent(path -> owned.onCall(publicUrl.at(path)));
        webhooks.senderPaths(ConfigProvider.getConfig())
                .forEach((sender, path) -> bean(FakeTwilio.class).number(sender).onText(publicUrl.at(path)));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        bean(FakeTwilio.class).lifecycle().beforeEach();
        for (InstanceHandle<DocumentStore> store : Arc.container().listAll(DocumentStore.class)) {
            if (store.get() instanceof MemoryStore inMemory) {
                inMemory.empty();
            }
        }
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        bean(FakeTwilio.class).lifecycle().failed(failure);
        throw failure;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        FakeLifecycle twilio = bean(FakeTwilio.class).lifecycle();
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
        // Constructors get the fake from Quarkus.
        return parameter.getDeclaringExecutable() instanceof Method
                && (type == FakePhone.class || type == FakeTwilio.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        FakeTwilio twilio = bean(FakeTwilio.class);
        return parameter.getParameter().getType() == FakeTwilio.class ? twilio : phone(twilio, parameter);
    }

    private static FakePhone phone(FakeTwilio twilio, ParameterContext parameter) {
        Class<?>[] types = parameter.getDeclaringExecutable().getParameterTypes();
        long earlierPhones = Arrays.stream(types, 0, parameter.getIndex())
                .filter(FakePhone.class::equals)
                .count();
        return twilio.phone(NUMBER.formatted(earlierPhones + 1));
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
