package dev.parlance.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.outbound.ContentStore;
import dev.parlance.spring.WebhookEndpoint;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SurveyMessengersTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    TwilioAutoConfiguration.class,
                    AccountAutoConfiguration.class,
                    SurveyStoreAutoConfiguration.class,
                    SurveyAutoConfiguration.class))
            .withPropertyValues("parlance.surveys.in-memory=true");
    private final ApplicationContextRunner configured = application.withPropertyValues(
            "parlance.twilio.account-sid=AC" + "0".repeat(32), "parlance.twilio.auth-token=" + "0".repeat(32));

    @Test
    void a_survey_with_a_sender_has_its_webhook() {
        configured
                .withPropertyValues("parlance.surveys.messengers.coffee.whatsapp=+15005550100")
                .run(context -> {
                    assertThat(context.getBeansOfType(WebhookEndpoint.class).values())
                            .extracting(WebhookEndpoint::path)
                            .containsExactly(
                                    "/surveys/coffee/text", "/surveys/coffee/voice", "/surveys/coffee/whatsapp");
                    assertThat(context).hasSingleBean(ContentStore.class);
                });
    }

    @Test
    void senders_of_no_survey_end_the_start() {
        configured
                .withPropertyValues("parlance.surveys.messengers.tea.whatsapp=+15005550100")
                .run(context -> assertThat(context.getStartupFailure()).hasMessage("""
                        The senders of parlance.surveys.messengers have 1 problem(s):
                          There are senders for "tea", but no such survey or desk; there are [coffee]."""));
    }

    @Test
    void the_senders_of_a_survey_at_a_desk_are_those_of_the_desk() {
        configured
                .withPropertyValues(
                        "parlance.surveys.desks.front.surveys=coffee",
                        "parlance.surveys.desks.front.fallback=coffee",
                        "parlance.surveys.messengers.coffee.rcs=MG" + "0".repeat(32))
                .run(context -> assertThat(context.getStartupFailure())
                        .hasMessageContaining(
                                "The survey \"coffee\" is at the desk \"front\"; set the senders of the desk."));
    }

    @Test
    void a_sender_needs_an_account() {
        application
                .withPropertyValues("parlance.surveys.messengers.coffee.whatsapp=+15005550100")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessage(
                                "parlance.surveys.messengers.coffee needs an account: set parlance.twilio.account-sid and"
                                        + " parlance.twilio.auth-token"));
    }
}
