package dev.parlance.survey;

import static dev.parlance.survey.Shop.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.StartResult.Outcome;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.Key;
import dev.parlance.testkit.ForEachTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reminders, expiry, quiet hours, unanswered calls and opt-outs. */
class TimingTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    private final FakePhone ana = shop.ana();

    @Test
    void nothing_is_sent_between_stop_and_start() {
        shop.open(Coffee.survey()
                .timing(Coffee.timing(Duration.ofHours(1), Duration.ofDays(1)))
                .build());
        ana.texts("hi").receives("How was");

        ana.texts("  Stop! ").receivesNothing();
        ana.texts("4").receivesNothing();
        twilio.advance(Duration.ofHours(2));
        shop.surveys().runDue();
        ana.receivesNothing();

        assertThat(shop.session(PERSON).disposition()).isEqualTo(Disposition.OPTED_OUT);
        assertThat(shop.surveys().isOptedOut(Address.of(PERSON))).isTrue();
        assertThat(shop.surveys()
                        .start(Channel.TEXT, Address.of(PERSON), Invitation.plain())
                        .outcome())
                .isEqualTo(Outcome.OPTED_OUT);
        ana.texts("START").receives("Welcome back.\n\nHow was the coffee");
        assertThat(shop.surveys().isOptedOut(Address.of(PERSON))).isFalse();
    }

    @Test
    void a_session_gets_a_reminder_and_then_expires() {
        shop.open(Coffee.survey()
                .timing(Coffee.timing(Duration.ofHours(24), Duration.ofDays(3)))
                .build());
        shop.surveys().start(Channel.TEXT, Address.of(PERSON), Invitation.plain());
        ana.receives("How was the coffee");

        twilio.advance(Duration.ofHours(23));
        assertThat(shop.surveys().runDue()).isEqualTo(DueReport.NOTHING);
        twilio.advance(Duration.ofHours(1));
        assertThat(shop.surveys().runDue().reminded()).isEqualTo(1);
        ana.receives("We are still waiting for your answer.\n\nHow was the coffee");
        assertThat(shop.surveys().runDue()).isEqualTo(DueReport.NOTHING);
        twilio.advance(Duration.ofDays(3));
        assertThat(shop.surveys().runDue().expired()).isEqualTo(1);
        ana.receivesNothing();
        assertThat(shop.session(PERSON).disposition()).isEqualTo(Disposition.UNREACHABLE);
        ana.texts("4").receives("This survey has ended.");
    }

    @Test
    void a_person_who_does_not_choose_a_language_is_reminded_and_then_the_survey_expires() {
        openWithChoiceOfLanguage();
        ana.texts("hi").receives("For English, reply 1.");

        twilio.advance(Duration.ofHours(24));
        assertThat(shop.surveys().runDue().reminded()).isEqualTo(1);
        ana.receives("We are still waiting for your answer.\n\nFor English, reply 1.");
        twilio.advance(Duration.ofDays(3));
        assertThat(shop.surveys().runDue().expired()).isEqualTo(1);
        assertThat(shop.session(PERSON).disposition()).isEqualTo(Disposition.BROKE_OFF);
    }

    @Test
    void a_choice_of_language_that_an_earlier_version_stored_without_its_time_is_reminded_a_reminder_later() {
        openWithChoiceOfLanguage();
        ana.texts("hi").receives("For English, reply 1.");
        Document document = shop.store().load(new Key("session:coffee", PERSON)).orElseThrow();
        SessionState untimed = shop.session(PERSON)
                .with(edit -> edit.progress = edit.progress.with(progress -> progress.asked = null));
        shop.store().save(document.withJson(untimed.toJson()));

        twilio.advance(Duration.ofDays(3));
        assertThat(shop.surveys().runDue()).isEqualTo(DueReport.NOTHING);
        twilio.advance(Duration.ofHours(24));

        assertThat(shop.surveys().runDue().reminded()).isEqualTo(1);
        ana.receives("We are still waiting for your answer.\n\nFor English, reply 1.");
    }

    private void openWithChoiceOfLanguage() {
        shop.open(Coffee.survey()
                .opening(OpeningStyle.ASK)
                .timing(Coffee.timing(Duration.ofHours(24), Duration.ofDays(3)))
                .build());
    }

    @Test
    void an_unreadable_session_does_not_block_others() {
        shop.open(Coffee.survey()
                .timing(Coffee.timing(Duration.ofHours(1), Duration.ofDays(3)))
                .build());
        shop.store()
                .save(Document.create(
                        new Key("session:coffee", "broken"), "", Optional.of(Instant.EPOCH), "{\"format\":99}"));
        ana.texts("hi").receives("How was the coffee");
        twilio.advance(Duration.ofHours(1));

        DueReport report = shop.surveys().runDue();

        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.reminded()).isEqualTo(1);
        assertThat(shop.surveys().runDue()).isEqualTo(DueReport.NOTHING);
    }

    @Test
    void an_error_in_one_session_does_not_block_others() {
        FakePhone ben = twilio.phone("+15005550007");
        boolean[] broken = {false};
        shop.open(
                Coffee.survey()
                        .timing(Coffee.timing(Duration.ofHours(1), Duration.ofDays(3)))
                        .build(),
                settings -> settings.onAnyEvent(event -> {
                    if (broken[0]) {
                        throw new StackOverflowError("a listener that fails");
                    }
                }));
        ana.texts("hi").receives("How was the coffee");
        broken[0] = true;
        ben.texts("hi").receives("How was the coffee");
        ana.texts("5").receives("Would you come again?");
        twilio.advance(Duration.ofHours(1));

        DueReport report = shop.surveys().runDue();

        assertThat(report.published()).isZero();
        broken[0] = false;
        twilio.advance(Duration.ofMinutes(10));
        assertThat(shop.surveys().runDue().published()).isEqualTo(2);
    }

    @Test
    void the_application_can_end_a_session() {
        shop.open(Coffee.survey().build());
        ana.texts("hi").receives("How was the coffee");

        shop.surveys().end(Address.of(PERSON));

        ana.texts("4").receives("This survey has ended.");
    }

    @Test
    void a_respondent_who_answers_a_reminder_gets_one_for_the_next_question_too() {
        shop.open(Coffee.survey()
                .timing(Coffee.timing(Duration.ofHours(24), Duration.ofDays(3)))
                .build());
        ana.texts("hi").receives("How was the coffee");
        for (String question : List.of("How was the coffee", "Would you come again?")) {
            twilio.advance(Duration.ofHours(24));
            assertThat(shop.surveys().runDue().reminded()).isEqualTo(1);
            ana.receives("We are still waiting for your answer.\n\n" + question);
            ana.texts("4").receives(question.startsWith("How") ? "Would you come again?" : "Please answer yes or no.");
        }
    }

    @Test
    void texts_wait_until_quiet_hours_are_over() {
        shop.open(Coffee.survey().timing(Coffee.quiet("05:00", "23:00")).build());

        assertThat(shop.surveys()
                        .start(Channel.TEXT, Address.of(PERSON), Invitation.plain())
                        .outcome())
                .isEqualTo(Outcome.DEFERRED);
        ana.receivesNothing();
        twilio.advance(Duration.ofHours(11));
        shop.surveys().runDue();
        ana.receivesNothing();
        // It is 11 pm in New York and 8 pm in Los Angeles.
        twilio.advance(Duration.ofHours(5));
        shop.surveys().runDue();
        ana.receivesNothing();
        twilio.advance(Duration.ofHours(3));
        shop.surveys().runDue();
        ana.receives("How was the coffee");
    }

    @Test
    void an_unanswered_call_is_repeated_up_to_the_limit() {
        shop.open(Coffee.survey().build());
        shop.surveys().start(Channel.VOICE, Address.of(PERSON), Invitation.plain());
        twilio.settle();
        ana.declines();
        twilio.settle();

        twilio.advance(Duration.ofHours(2));
        assertThat(shop.surveys().runDue().started()).isEqualTo(1);
        twilio.settle();
        ana.declines();
        twilio.settle();
        twilio.advance(Duration.ofHours(2));
        shop.surveys().runDue();

        assertThat(shop.session(PERSON).disposition()).isEqualTo(Disposition.UNREACHABLE);
    }

    @Test
    void forgetting_a_person_keeps_only_the_opt_out() {
        shop.open(Coffee.survey().build());
        ana.texts("hi");
        ana.texts("STOP");

        assertThat(shop.surveys().forget(Address.of(PERSON))).isTrue();

        assertThat(shop.surveys().forget(Address.of(PERSON))).isFalse();
        assertThat(shop.surveys().forget(Address.of("+15005550123"))).isFalse();
        assertThat(shop.surveys().find(Address.of(PERSON))).isEmpty();
        assertThat(shop.surveys().isOptedOut(Address.of(PERSON))).isTrue();
        assertThat(shop.surveys()
                        .start(Channel.TEXT, Address.of(PERSON), Invitation.plain())
                        .outcome())
                .isEqualTo(Outcome.OPTED_OUT);
    }
}
