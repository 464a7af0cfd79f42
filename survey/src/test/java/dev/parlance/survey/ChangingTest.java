package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Disposition;
import dev.parlance.survey.machine.SurveyEvent;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Question;
import dev.parlance.testkit.FakePhone;
import dev.parlance.testkit.FakeTwilio;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes on around people: quotas, events, and new versions of the survey. */
class ChangingTest {
    @RegisterExtension
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    private static final String PERSON = "+15005550006";
    private final FakePhone ana = twilio.phone(PERSON);

    @Test
    void who_comes_when_there_are_enough_is_thanked() {
        shop.open(Coffee.survey()
                .quota("fans", 1, Condition.answer("taste").atLeast(4))
                .build());
        ana.texts("hi");
        ana.texts("5").receives().body();
        FakePhone ben = twilio.phone("+15005550009");
        ben.texts("hi").receives("How was");

        ben.texts("5").receives("Thank you. We have all the answers that we need.");

        assertThat(shop.surveys().find("+15005550009").orElseThrow().progress().disposition())
                .isEqualTo(Disposition.SCREENED_OUT);
        ana.texts("STOP");
        FakePhone eve = twilio.phone("+15005550111");
        eve.texts("hi");
        eve.texts("4").receives().body();
        eve.receives("Would you come again?");
    }

    @Test
    void who_is_ended_by_the_application_gives_the_place_back() {
        shop.open(Coffee.survey()
                .quota("fans", 1, Condition.answer("taste").atLeast(4))
                .build());
        ana.texts("hi");
        ana.texts("5");

        shop.surveys().end(PERSON);

        FakePhone ben = twilio.phone("+15005550009");
        ben.texts("hi").receives("How was");
        ben.texts("5").receives("Would you come again?");
    }

    @Test
    void of_many_who_come_at_once_just_as_many_get_a_place_as_there_are() {
        shop.open(Coffee.survey()
                .quota("fans", 3, Condition.answer("taste").atLeast(4))
                .build());
        List<FakePhone> people = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            people.add(twilio.phone("+1500555020" + i));
        }

        twilio.atOnce(people.stream()
                .map(person -> (Runnable) () -> person.texts("hi").texts("5"))
                .toArray(Runnable[]::new));

        assertThat(people.stream().filter(person -> person.conversation().contains("Would you come again?")))
                .hasSize(3);
        assertThat(shop.surveys().results().summary().dispositions()).containsEntry(Disposition.SCREENED_OUT, 5);
    }

    @Test
    void events_are_told_in_order_and_again_when_a_listener_failed() {
        List<String> told = new ArrayList<>();
        boolean[] broken = {true};
        shop.open(
                Coffee.survey().build(),
                settings -> settings.onEvents(event -> {
                    if (broken[0] && event.event().type() == SurveyEvent.Type.ANSWERED) {
                        throw new IllegalStateException("the bus is down");
                    }
                    told.add(event.event().sequence() + " " + event.event().type());
                }));
        ana.texts("hi");
        ana.texts("4").receives().body();
        ana.receives("Would you come again?");
        assertThat(told).containsExactly("1 STARTED");

        broken[0] = false;
        twilio.advance(Duration.ofMinutes(2));
        assertThat(shop.surveys().due(twilio.clock().instant()).published()).isEqualTo(1);
        ana.texts("yes").receives("Thank you. Goodbye.");

        assertThat(told).containsExactly("1 STARTED", "2 ANSWERED", "3 ANSWERED", "4 COMPLETED");
        assertThat(shop.session(PERSON).outbox().events()).isEmpty();
    }

    @Test
    void a_session_ends_with_the_definition_that_it_began_with() {
        shop.open(Coffee.survey().build());
        ana.texts("hi").receives("How was");
        shop.close();
        Survey narrower = Survey.named("coffee")
                .prompts(Coffee.PROMPTS)
                .opening(OpeningStyle.NONE)
                .ask(Question.yesNo("again"))
                .build();

        shop.open(narrower, SurveysBuilder::migrating);

        ana.texts("4").receives("Would you come again?");
        assertThat(shop.session(PERSON).revision()).isNotEqualTo(narrower.revision());
        twilio.phone("+15005550009").texts("hi").receives("Would you come again?");
    }

    @Test
    void a_session_that_moved_on_ends_with_the_version_that_it_moved_to() {
        shop.open(Coffee.survey().build());
        ana.texts("hi").receives("How was");
        shop.close();
        shop.open(Coffee.survey().ask(Question.text("more").prompt("why")).build(), SurveysBuilder::migrating);
        ana.texts("4").receives("Would you come again?");
        shop.close();

        shop.open(Survey.named("coffee")
                .prompts(Coffee.PROMPTS)
                .ask(Question.yesNo("again"))
                .build());

        ana.texts("no").receives("Why?");
        ana.texts("because").receives("Thank you.");
    }

    @Test
    void a_session_moves_to_a_newer_definition_that_breaks_nothing_of_it() {
        shop.open(Coffee.survey().build());
        ana.texts("hi").receives("How was");
        shop.close();

        shop.open(Coffee.survey().ask(Question.text("more").prompt("why")).build(), SurveysBuilder::migrating);

        ana.texts("4").receives("Would you come again?");
        ana.texts("no").receives("Why?");
    }
}
