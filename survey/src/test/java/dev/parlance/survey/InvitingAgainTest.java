package dev.parlance.survey;

import static dev.parlance.survey.Shop.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.StartResult.Outcome;
import dev.parlance.survey.session.Disposition;
import dev.parlance.testkit.ForEachTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Inviting a person again, at any point of the survey. */
class InvitingAgainTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    private final FakePhone ana = shop.ana();

    private StartResult invite(String channel) {
        return shop.surveys().start(channel, Address.of(PERSON), Invitation.plain());
    }

    private DueReport runDue() {
        return shop.surveys().runDue();
    }

    @Test
    void an_unanswered_text_is_sent_again() {
        shop.openCoffee();
        invite(Channel.TEXT);
        ana.receives("How was the coffee");

        assertThat(invite(Channel.TEXT).outcome()).isEqualTo(Outcome.STARTED);

        ana.receives("How was the coffee");
    }

    @Test
    void a_person_in_the_middle_gets_the_open_question_again() {
        shop.openCoffee();
        ana.texts("hi").receives("How was the coffee");
        ana.texts("4").receives("Would you come again?");

        assertThat(invite(Channel.TEXT).outcome()).isEqualTo(Outcome.STARTED);

        ana.receives("Would you come again?");
    }

    @Test
    void after_a_hang_up_the_person_is_called_again() {
        shop.openCoffee();
        invite(Channel.VOICE);
        twilio.settle();
        ana.answers().hears("How was the coffee").hangsUp();
        twilio.settle();

        assertThat(invite(Channel.VOICE).outcome()).isEqualTo(Outcome.STARTED);
        twilio.settle();

        ana.answers()
                .hears("Welcome back.")
                .hears("How was the coffee")
                .presses("4")
                .hears("Would you come again?")
                .hangsUp();
        twilio.settle();
        assertThat(invite(Channel.VOICE).outcome()).isEqualTo(Outcome.STARTED);
        twilio.settle();
        ana.answers().hears("Would you come again?");
    }

    @Test
    void an_expired_session_keeps_its_answers_and_reopens_at_the_open_question() {
        shop.openCoffee();
        ana.texts("hi").receives("How was the coffee");
        ana.texts("4").receives("Would you come again?");
        twilio.advance(Duration.ofDays(4));
        assertThat(runDue().expired()).isEqualTo(1);

        assertThat(invite(Channel.TEXT).outcome()).isEqualTo(Outcome.STARTED);

        ana.receives("Would you come again?");
        ana.texts("yes").receives("Thank you");
        assertThat(shop.session(PERSON).disposition()).isEqualTo(Disposition.COMPLETED);
        assertThat(shop.answer(PERSON, "taste")).isEqualTo("4");
    }

    @Test
    void a_person_who_has_completed_the_survey_is_not_invited_again() {
        shop.openCoffee();
        ana.texts("hi").receives("How was the coffee");
        ana.texts("4").receives("Would you come again?");
        ana.texts("yes").receives("Thank you");
        assertThat(invite(Channel.TEXT).outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(shop.requestInvitation().status()).isEqualTo(409);
        assertThat(shop.requestInvitation().bodyText()).contains("has completed the survey");
    }

    @Test
    void a_repeatable_survey_starts_again_after_completion() {
        shop.open(Coffee.survey().repeatable().build());
        ana.texts("hi").receives("How was the coffee");
        ana.texts("4").receives("Would you come again?");
        ana.texts("yes").receives("Thank you");

        assertThat(invite(Channel.TEXT).outcome()).isEqualTo(Outcome.STARTED);

        ana.receives("How was the coffee");
        assertThat(shop.session(PERSON).run()).isEqualTo(2);
    }
}
