package dev.parlance.spring.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.spring.PublicUrl;
import java.net.URI;
import java.net.URL;
import java.security.CodeSource;
import java.security.cert.Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.Extension;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Where the fake answers for Twilio, and where it never does. */
class OnDevelopmentTest {
    private static final String ACCOUNT = "parlance.twilio.account-sid=AC00000000000000000000000000000001";

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(FakeTwilioAutoConfiguration.class))
            .withBean(PublicUrl.class, () -> () -> URI.create("http://localhost"));

    @Test
    void without_an_account_the_fake_answers() {
        application.run(context -> assertThat(context).hasSingleBean(FakeTwilio.class));
    }

    @Test
    void with_an_account_it_does_not() {
        application
                .withPropertyValues(ACCOUNT)
                .run(context -> assertThat(context).doesNotHaveBean(FakeTwilio.class));
    }

    @Test
    void always_puts_it_in_the_place_of_an_account_and_never_switches_it_off() {
        application
                .withPropertyValues(ACCOUNT, "parlance.fake=always")
                .run(context -> assertThat(context).hasSingleBean(FakeTwilio.class));
        application
                .withPropertyValues("parlance.fake=never")
                .run(context -> assertThat(context).doesNotHaveBean(FakeTwilio.class));
    }

    @Test
    void a_wrong_value_of_the_property_is_reported() {
        application
                .withPropertyValues("parlance.fake=sometimes")
                .run(
                        context -> assertThat(context)
                                .getFailure()
                                .hasStackTraceContaining(
                                        "parlance.fake must be \"without-account\", \"always\" or \"never\", not \"sometimes\""));
    }

    @Test
    void an_application_without_junit_is_in_production() {
        application
                .withClassLoader(new FilteredClassLoader(Extension.class))
                .withPropertyValues("parlance.fake=always")
                .run(context -> assertThat(context).doesNotHaveBean(FakeTwilio.class));
    }

    @Test
    void an_application_in_a_packaged_jar_is_in_production() throws Exception {
        // Spring Boot's handler of this protocol is only in packaged jars.
        URL nested = new URL("jar:file:/app/clinic.jar!/nested:/BOOT-INF/lib/parlance-spring-boot-dev.jar!/");

        assertThat(OnDevelopment.isPackaged(new CodeSource(nested, (Certificate[]) null)))
                .isTrue();
        assertThat(OnDevelopment.isPackaged(
                        OnDevelopmentTest.class.getProtectionDomain().getCodeSource()))
                .isFalse();
    }
}
