package dev.parlance.survey;

import static dev.parlance.survey.Shop.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.testkit.ForEachTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Quotas, events and new revisions of a survey. */
class QuotasAndRevisionsTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    private final FakePhone ana = shop.ana();

    @Test
    void a_respondent_over_the_quota_is_screened_out() {
        shop.open(Coffee.survey()
                .quota("fans", 1, Condition.answer("taste").atLeast(4))
                .build());
        ana.texts("hi");
        ana.texts("5").receives().body();
        FakePhone ben = twilio.phone("+15005550009");
        ben.texts("hi").receives("How was");

        ben.texts("5").receives("Thank you. We have all the answers that we need.");

        assertThat(shop.surveys().find(Address.of("+15005550009")).orElseThrow().disposition())
                .isEqualTo(Disposition.SCREENED_OUT);
        ana.texts("STOP");
        FakePhone eve = twilio.phone("+15005550111");
        eve.texts("hi");
        eve.texts("4").receives().body();
        eve.receives("Would you come again?");
    }

    @Test
    void ending_a_session_releases_its_quota_place() {
        shop.open(Coffee.survey()
                .quota("fans", 1, Condition.answer("taste").atLeast(4))
                .build());
        ana.texts("hi");
        ana.texts("5");

        shop.surveys().end(Address.of(PERSON));

        FakePhone ben = twilio.phone("+15005550009");
        ben.texts("hi").receives("How was");
        ben.texts("5").receives("Would you come again?");
    }

    @Test
    void concurrent_respondents_never_exceed_the_quota() {
        shop.open(Coffee.survey()
                .quota("fans", 3, Condition.answer("taste").atLeast(4))
                .build());
        List<FakePhone> people = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            people.add(twilio.phone("+1500555020" + i));
        }

        twilio.concurrently(people.stream()
                .map(person -> (Runnable) () -> person.texts("hi").texts("5"))
                .toArray(Runnable[]::new));

        assertThat(people.stream().filter(person -> person.conversation().contains("Would you come again?")))
                .hasSize(3);
        assertThat(shop.surveys().results().summary().dispositions()).containsEntry(Disposition.SCREENED_OUT, 5);
    }

    @Test
    void events_are_delivered_in_order_and_retried_when_a_listener_fails() {
        List<String> delivered = new ArrayList<>();
        boolean[] broken = {true};
        shop.open(
                Coffee.survey().build(),
                settings -> settings.onAnyEvent(event -> {
                    if (broken[0] && event.type() == SurveyEvent.Type.ANSWERED) {
                        throw new IllegalStateException("the bus is down");
                    }
                    delivered.add(event.sequence() + " " + event.type());
                }));
        ana.texts("hi");
        ana.texts("4").receives().body();
        ana.receives("Would you come again?");
        assertThat(delivered).containsExactly("1 STARTED");

        broken[0] = false;
        twilio.advance(Duration.ofMinutes(2));
        assertThat(shop.surveys().runDue().published()).isEqualTo(1);
        ana.texts("yes").receives("Thank you. Goodbye.");

        assertThat(delivered).containsExactly("1 STARTED", "2 ANSWERED", "3 ANSWERED", "4 COMPLETED");
        assertThat(shop.session(PERSON).outbox().events()).isEmpty();
    }

    @Test
    void a_session_finishes_with_the_revision_that_it_started() {
        shop.open(Coffee.survey().build());
        ana.texts("hi").receives("How was");
        shop.close();
        Survey narrower = Survey.builder("coffee")
                .prompts(Coffee.PROMPTS)
                .opening(OpeningStyle.GUESS)
                .ask(Question.yesNo("again"))
                .build();

        shop.open(narrower, SurveysBuilder::migrateCompatible);

        ana.texts("4").receives("Would you come again?");
        assertThat(shop.session(PERSON).revision()).isNotEqualTo(narrower.revision());
        twilio.phone("+15005550009").texts("hi").receives("Would you come again?");
    }

    @Test
    void a_migrated_session_finishes_with_its_new_revision() {
        shop.open(Coffee.survey().build());
        ana.texts("hi").receives("How was");
        shop.close();
        shop.open(
                Coffee.survey().ask(Question.text("more").withPrompt("why")).build(),
                SurveysBuilder::migrateCompatible);
        ana.texts("4").receives("Would you come again?");
        shop.close();

        shop.open(Survey.builder("coffee")
                .prompts(Coffee.PROMPTS)
                .ask(Question.yesNo("again"))
                .build());

        ana.texts("no").receives("Why?");
        ana.texts("because").receives("Thank you.");
    }

    @Test
    void a_session_migrates_to_a_compatible_revision() {
        shop.open(Coffee.survey().build());
        ana.texts("hi").receives("How was");
        shop.close();

        shop.open(
                Coffee.survey().ask(Question.text("more").withPrompt("why")).build(),
                SurveysBuilder::migrateCompatible);

        ana.texts("4").receives("Would you come again?");
        ana.texts("no").receives("Why?");
    }
}
