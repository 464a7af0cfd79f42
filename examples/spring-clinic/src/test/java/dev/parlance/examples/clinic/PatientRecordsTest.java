package dev.parlance.examples.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.StandardWebhooksSignature;
import dev.parlance.settings.Secret;
import dev.parlance.spring.test.ParlanceTest;
import dev.parlance.survey.Surveys;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The application with the patients' records, which gets the completed surveys, or is away. */
@ParlanceTest(properties = "clinic.manager=+12025550143")
class PatientRecordsTest {
    private static final Secret SECRET = Secret.of("whsec_MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA=");
    private static final List<WebhookRequest> received = new CopyOnWriteArrayList<>();
    private static final WebhookServer records = WebhookServer.start(0, PatientRecordsTest::receive);
    private static volatile boolean isAway;

    @Autowired
    Surveys visit;

    @DynamicPropertySource
    static void records(DynamicPropertyRegistry properties) {
        properties.add("clinic.records.url", records::url);
        properties.add("clinic.records.secret", SECRET::reveal);
    }

    @BeforeEach
    void itIsNoonInNewYork(FakeTwilio twilio) {
        received.clear();
        isAway = false;
        twilio.advance(Duration.ofHours(5));
    }

    @AfterAll
    static void close() {
        records.close();
    }

    private static WebhookResponse receive(WebhookRequest request) {
        if (isAway) {
            return WebhookResponse.noContent().withStatus(503);
        }
        received.add(request);
        return WebhookResponse.noContent();
    }

    private static void answerAll(FakePhone patient, String score) {
        patient.texts("hello")
                .texts("yes")
                .texts("5")
                .texts("4")
                .texts("5")
                .texts("yes")
                .texts(score)
                .texts("skip");
    }

    @Test
    void a_completed_survey_is_posted_and_signed(FakePhone ana, FakeTwilio twilio) {
        answerAll(ana, "9");

        assertThat(received).singleElement().satisfies(request -> {
            assertThat(request.bodyText()).contains("dev.parlance.survey.completed", ana.number());
            assertThat(SignedWebhooks.verifiedBy(
                                    StandardWebhooksSignature.of(SECRET).withClock(twilio.clock()))
                            .check(request)
                            .isAccepted())
                    .isTrue();
        });
    }

    @Test
    void while_the_records_are_away_the_manager_still_gets_one_text(FakePhone ana, FakeTwilio twilio) {
        isAway = true;
        answerAll(ana, "2");
        twilio.advance(Duration.ofHours(1));
        visit.runDue();

        FakePhone manager = twilio.phone("+12025550143");
        manager.receives("A patient scored 2 of 10");
        manager.receivesNothing();
        assertThat(received).isEmpty();

        isAway = false;
        twilio.advance(Duration.ofHours(1));
        visit.runDue();
        assertThat(received).hasSize(1);
        manager.receivesNothing();
    }
}
