package dev.parlance.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.spring.SurveyListener;
import dev.parlance.survey.EventSink;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.webhook.WebhookRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Methods with {@link SurveyListener} and sinks, of which some fail. */
class SurveyListenersTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    TwilioAutoConfiguration.class,
                    AccountAutoConfiguration.class,
                    WebhookAutoConfiguration.class,
                    SurveyStoreAutoConfiguration.class,
                    SurveyAutoConfiguration.class))
            .withPropertyValues("parlance.surveys.in-memory=true", "parlance.surveys.listeners-after-reply=false");

    /** Fails at every event. */
    static class Failing {
        @SurveyListener
        void fail(SurveyEvent event) {
            throw new IllegalStateException("away");
        }
    }

    static class Alert {
        final List<Long> alerts = new ArrayList<>();

        @SurveyListener(SurveyEvent.Type.STARTED)
        void alert(SurveyEvent event) {
            alerts.add(event.sequence());
        }
    }

    private static void text(Surveys surveys, String sid) {
        surveys.textWebhook()
                .respond(WebhookRequest.post("https://hooks.example.com/sms")
                        .withForm("MessageSid", sid, "From", "+12025550101", "To", "+15005550100", "Body", "hi"));
    }

    private static void assertAlertsOnce(ApplicationContextRunner application) {
        application.withBean(Alert.class, Alert::new).run(context -> {
            Surveys surveys = context.getBean(Surveys.class);
            text(surveys, "SM0");
            text(surveys, "SM1");

            assertThat(context.getBean(Alert.class).alerts).containsExactly(1L);
        });
    }

    @Test
    void a_listener_that_fails_neither_holds_up_nor_repeats_the_others() {
        assertAlertsOnce(application.withBean(Failing.class, Failing::new));
    }

    @Test
    void a_sink_that_fails_neither_holds_up_nor_repeats_the_listeners() {
        assertAlertsOnce(application.withBean(EventSink.class, () -> events -> 0));
    }

    @Test
    void a_listener_can_be_created_after_the_survey() {
        application
                .withBean(Alert.class, Alert::new, definition -> definition.setLazyInit(true))
                .run(context -> {
                    Surveys surveys = context.getBean(Surveys.class);
                    Alert alert = context.getBean(Alert.class);
                    text(surveys, "SM0");

                    assertThat(alert.alerts).containsExactly(1L);
                });
    }
}
