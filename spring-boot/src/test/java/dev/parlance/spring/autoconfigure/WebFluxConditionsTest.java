package dev.parlance.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.security.SignedWebhooks;
import dev.parlance.spring.NumberWebhooks;
import dev.parlance.spring.TwilioWebhook;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.webhook.IncomingMessage;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.stereotype.Controller;
import org.springframework.web.server.WebFilter;

/** When webhooks are served by WebFlux. */
class WebFluxConditionsTest {
    private static final String[] ACCOUNT = {
        "parlance.twilio.account-sid=AC00000000000000000000000000000000",
        "parlance.twilio.auth-token=00000000000000000000000000000000"
    };
    private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(
            WebFluxAutoConfiguration.class,
            TwilioAutoConfiguration.class,
            WebhookAutoConfiguration.class,
            WebFluxWebhookAutoConfiguration.class,
            ReactiveWebSecurityAutoConfiguration.class);

    private final ReactiveWebApplicationContextRunner application =
            new ReactiveWebApplicationContextRunner().withConfiguration(CONFIGURATIONS);

    @Controller
    static class Desk {
        @TwilioWebhook("/sms")
        MessageTwiml text(IncomingMessage message) {
            return MessageTwiml.reply("Hello");
        }
    }

    @Test
    void a_reactive_application_with_an_account_serves_webhooks() {
        application.withPropertyValues(ACCOUNT).withBean(Desk.class).run(context -> {
            assertThat(context).hasSingleBean(WebFluxWebhookFilter.class);
            assertThat(context.getBean(NumberWebhooks.class).textPath()).hasValue("/sms");
        });
    }

    @Test
    void an_application_without_webhooks_needs_no_account() {
        application.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(WebFluxWebhookFilter.class));
    }

    @Test
    void a_webhook_that_nothing_can_verify_ends_the_start() {
        application
                .withBean(Desk.class)
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(NoAccountException.class)
                        .hasMessageContaining("Desk"));
    }

    @Test
    void another_application_has_no_part_of_it() {
        new ApplicationContextRunner()
                .withConfiguration(CONFIGURATIONS)
                .withPropertyValues(ACCOUNT)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(WebFluxControllers.class));
    }

    @Test
    void an_application_without_the_check_of_signatures_has_no_part_of_it() {
        application
                .withPropertyValues(ACCOUNT)
                .withClassLoader(new FilteredClassLoader(SignedWebhooks.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(WebFluxControllers.class));
    }

    @Test
    void an_application_needs_no_spring_security() {
        application
                .withPropertyValues(ACCOUNT)
                .withClassLoader(new FilteredClassLoader("org.springframework.security"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(WebFluxWebhookFilter.class)
                        .doesNotHaveBean(WebFluxSecurity.class));
    }

    @Test
    void spring_security_applies_its_rules_after_the_check() {
        application
                .withPropertyValues(ACCOUNT)
                .run(context -> assertThat(context.getBeanProvider(WebFilter.class)
                                .orderedStream()
                                .map(WebFilter::getClass))
                        .hasSize(2)
                        .first()
                        .isEqualTo(WebFluxWebhookFilter.class));
    }
}
