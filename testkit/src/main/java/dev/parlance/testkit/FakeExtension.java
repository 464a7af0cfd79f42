package dev.parlance.testkit;

import dev.parlance.fake.Fake;
import dev.parlance.fake.FakeLifecycle;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestInstances;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ModifierSupport;

/** Opens the fakes in annotated fields before tests, resets them between tests, and prints their logs when a test fails. */
final class FakeExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                AfterAllCallback,
                TestExecutionExceptionHandler {
    @Override
    public void beforeAll(ExtensionContext context) {
        sharedFakes(context).forEach(FakeLifecycle::beforeAll);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        fakesOfTest(context).forEach(FakeLifecycle::beforeEach);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        fakesOfTest(context).forEach(fake -> fake.failed(failure));
        throw failure;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<FakeLifecycle> fakes = fakesOfTest(context);
        try {
            if (context.getExecutionException().isEmpty()) {
                fakes.forEach(FakeLifecycle::passed);
            }
        } finally {
            fakes.forEach(FakeLifecycle::afterEach);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        sharedFakes(context).forEach(FakeLifecycle::afterAll);
    }

    /** The fakes that the tests of a class share: in static fields, and in all fields if the tests share one instance. */
    private static List<FakeLifecycle> sharedFakes(ExtensionContext context) {
        List<FakeLifecycle> fakes = fakes(context.getRequiredTestClass(), null);
        context.getTestInstance().ifPresent(instance -> fakes.addAll(fakes(instance.getClass(), instance)));
        return fakes;
    }

    /** The fakes of a test, and of the classes around its nested class. */
    private static List<FakeLifecycle> fakesOfTest(ExtensionContext context) {
        List<FakeLifecycle> fakes = new ArrayList<>();
        for (Object instance : instances(context)) {
            fakes.addAll(fakes(instance.getClass(), null));
            fakes.addAll(fakes(instance.getClass(), instance));
        }
        return fakes;
    }

    private static List<Object> instances(ExtensionContext context) {
        return context.getTestInstances().map(TestInstances::getAllInstances).orElse(Collections.emptyList());
    }

    /** The fakes in the fields of an instance or, without one, in the static fields of a class. */
    private static List<FakeLifecycle> fakes(Class<?> testClass, @Nullable Object instance) {
        Predicate<Field> wanted = instance == null ? ModifierSupport::isStatic : ModifierSupport::isNotStatic;
        List<FakeLifecycle> fakes = new ArrayList<>();
        for (Field field : AnnotationSupport.findAnnotatedFields(testClass, ForEachTest.class, wanted)) {
            fakes.add(fake(field, instance).lifecycle());
        }
        return fakes;
    }

    private static Fake fake(Field field, @Nullable Object instance) {
        try {
            field.setAccessible(true);
            if (field.get(instance) instanceof Fake fake) {
                return fake;
            }
        } catch (IllegalAccessException e) {
            throw new ExtensionConfigurationException("@ForEachTest can't read the field " + field, e);
        }
        throw new ExtensionConfigurationException("@ForEachTest is for a field with a fake, such as "
                + "\"static final FakeTwilio twilio = FakeTwilio.create()\". This field has none: " + field);
    }
}
