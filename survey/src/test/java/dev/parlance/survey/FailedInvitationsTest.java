package dev.parlance.survey;

import static dev.parlance.survey.Shop.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.OutboundException.Reason;
import dev.parlance.survey.StartResult.Outcome;
import dev.parlance.survey.session.Disposition;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.WebhookResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Invitations that could not be sent, or may have been sent. */
class FailedInvitationsTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    private final FakePhone ana = shop.ana();

    private DueReport runDue() {
        return shop.surveys().runDue();
    }

    @Test
    void a_missing_permission_is_accepted_and_the_text_is_sent_later() {
        shop.openCoffee();
        twilio.failNext(
                "POST */Messages.json", ApiFault.error(400, 21408, "Permission to send an SMS has not been enabled"));

        WebhookResponse first = shop.requestInvitation();

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.bodyText()).contains("It will be sent later.");
        assertThat(shop.session(PERSON).disposition()).isEqualTo(Disposition.NOT_STARTED);
        ana.receivesNothing();
        twilio.advance(Duration.ofMinutes(5));
        assertThat(runDue().started()).isEqualTo(1);
        ana.receives("How was the coffee");
    }

    @Test
    void a_second_invitation_is_sent_at_once_when_the_permission_is_granted() {
        shop.openCoffee();
        twilio.failNext(
                "POST */Messages.json", ApiFault.error(400, 21408, "Permission to send an SMS has not been enabled"));
        shop.requestInvitation();

        assertThat(shop.requestInvitation().status()).isEqualTo(201);

        ana.receives("How was the coffee");
        assertThat(runDue().started()).isZero();
    }

    @Test
    void an_invitation_with_wrong_credentials_is_sent_later() {
        shop.openCoffee();
        twilio.failNext("POST */Messages.json", ApiFault.error(401, 20003, "Authenticate"));
        twilio.failNext("POST */Messages.json", ApiFault.error(401, 20003, "Authenticate"));

        assertThat(shop.requestInvitation().status()).isEqualTo(202);
        assertThat(shop.requestInvitation().status()).isEqualTo(202);
        twilio.advance(Duration.ofMinutes(10));
        assertThat(runDue().started()).isEqualTo(1);

        ana.receives("How was the coffee");
    }

    @Test
    void a_text_that_may_have_been_sent_gets_502_and_is_not_repeated_automatically() {
        shop.openCoffee();
        twilio.failNext("POST */Messages.json", ApiFault.serverError(503));

        WebhookResponse answer = shop.requestInvitation();

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.bodyText()).contains("\"success\":false").contains("did not confirm whether it was sent");
        twilio.advance(Duration.ofHours(1));
        assertThat(runDue().started()).isZero();
        assertThat(shop.requestInvitation().status()).isEqualTo(201);
        ana.receives("How was the coffee");
    }

    @Test
    void an_unsent_text_is_retried_with_growing_pauses_and_then_given_up() {
        List<Reason> attempts = new ArrayList<>();
        Surveys surveys = Surveys.builder(Coffee.survey().build())
                .inMemory()
                .clock(twilio.clock())
                .textSender(text -> {
                    attempts.add(Reason.UNAVAILABLE);
                    throw new OutboundException(Reason.UNAVAILABLE, "The connection could not be opened.", null);
                })
                .build();
        assertThat(surveys.start(Channel.TEXT, Address.of(PERSON), Invitation.plain())
                        .outcome())
                .isEqualTo(Outcome.DEFERRED);

        for (int minute = 0; minute < 15; minute++) {
            assertThat(surveys.runDue().started()).isZero();
            twilio.advance(Duration.ofMinutes(1));
        }
        surveys.runDue();
        assertThat(attempts).hasSize(3);
        for (int hour = 0; hour < 100; hour++) {
            twilio.advance(Duration.ofHours(1));
            surveys.runDue();
        }
        assertThat(attempts).hasSize(12);
        assertThat(surveys.find(Address.of(PERSON)).orElseThrow().disposition()).isEqualTo(Disposition.UNREACHABLE);
        assertThat(surveys.start(Channel.TEXT, Address.of(PERSON), Invitation.plain())
                        .outcome())
                .isEqualTo(Outcome.DEFERRED);
    }
}
