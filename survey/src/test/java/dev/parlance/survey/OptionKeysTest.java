package dev.parlance.survey;

import static dev.parlance.survey.Shop.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Option;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.results.AnswerStatistics;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.testkit.ForEachTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options with numbers and values of their own, a fixed place, and refusals. */
class OptionKeysTest {
    private static final Map<String, String> PROMPTS = Map.of(
            "calm", "How often did you feel calm?",
            "calm.never", "Never",
            "calm.some", "Some days",
            "calm.always", "Every day",
            "calm.dontKnow", "Don't know",
            "why", "What helped you to be {calm}?");

    private static final Survey CALM = Survey.builder("calm")
            .prompts(Prompts.of(Map.of("en", PROMPTS)))
            .opening(OpeningStyle.GUESS)
            .ask(
                    Question.choice(
                            "calm",
                            Option.of("never").withValue("0").withKey(0),
                            Option.of("some").withValue("1").withKey(1),
                            Option.of("always").withValue("2").withKey(2),
                            Option.of("dontKnow").withValue("99").withKey(9).refusal()),
                    Question.text("why").when(Condition.answer("calm").atLeast(1)))
            .build();

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    @Test
    void a_text_lists_the_options_with_their_own_numbers() {
        shop.open(CALM);

        shop.ana()
                .texts("hello")
                .receives("How often did you feel calm?\n0. Never\n1. Some days\n2. Every day\n9. Don't know");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "zero, 0", "2, 2", "I'd say 2, 2", "some days, 1", "9, 99", "the second one, 1"})
    void a_number_means_the_option_with_this_number(String reply, String stored) {
        Talk talk = Talk.byText(CALM);

        talk.text(reply);

        assertThat(talk.answer("calm")).isEqualTo(stored);
    }

    @Test
    void the_place_of_an_option_is_not_its_number() {
        Talk talk = Talk.byText(CALM);

        assertThat(talk.text("3")).startsWith("Please answer with one of the options");
    }

    @Test
    void a_call_names_the_keys_and_accepts_one_at_once() {
        shop.open(CALM);

        shop.ana()
                .calls(App.NUMBER)
                .hears("For Never, press 0.")
                .hears("For Don't know, press 9.")
                .presses("1")
                .hears("What helped you to be Some days?");

        assertThat(shop.answer(PERSON, "calm")).isEqualTo("1");
    }

    @Test
    void a_refusal_is_an_answer_but_never_a_number() {
        Talk talk = Talk.byText(CALM);

        assertThat(talk.text("don't know")).isEqualTo("Thank you. Goodbye.");
        assertThat(talk.session().answers().get("calm").value().isRefusal()).isTrue();
        assertThat(talk.answer("calm")).isEqualTo("99");
    }

    @Test
    void refusals_count_apart_and_are_left_out_of_the_mean() {
        List<String> events = new ArrayList<>();
        shop.open(CALM, settings -> settings.on(SurveyEvent.Type.ANSWERED, event -> events.add(event.cloudEvent())));
        twilio.phone("+15005550001").texts("hi").texts("0");
        twilio.phone("+15005550002").texts("hi").texts("1");
        twilio.phone("+15005550003").texts("hi").texts("9");

        AnswerStatistics calm =
                shop.surveys().results().summary().questions().get("calm").all();

        assertThat(calm.answers()).isEqualTo(3);
        assertThat(calm.refusals()).isEqualTo(1);
        assertThat(calm.mean()).contains(new BigDecimal("0.50"));
        assertThat(calm.counts()).isEqualTo(Map.of("0", 1, "1", 1, "99", 1));
        assertThat(shop.surveys().results().summary().toJson()).contains("\"refusals\" : 1");
        assertThat(events.get(2)).contains("\"value\":[\"99\"],\"refusal\":true");
        assertThat(events.get(1)).doesNotContain("refusal");
    }

    @Test
    void a_fixed_option_keeps_its_place_in_a_random_order() {
        Survey survey = Talk.survey(
                "en",
                Map.of("q", "Which?", "q.a", "Apple", "q.b", "Banana", "q.c", "Cherry", "q.none", "None"),
                "{'id':'q','kind':'choice','order':'random','options':['a','b','c',{'id':'none','fixed':true}]}");
        shop.open(survey);
        Set<String> orders = new HashSet<>();
        for (int i = 0; i < 8; i++) {
            orders.add(twilio.phone("+1500555000" + i).texts("hi").receives().body());
        }

        assertThat(orders).hasSizeGreaterThan(1).allMatch(order -> order.endsWith("4. None"));
    }

    @Test
    void what_was_read_is_written_and_read_again() {
        Survey again = Survey.fromJson(CALM.toJson());

        assertThat(again.questions()).isEqualTo(CALM.questions());
        assertThat(again.revision()).isEqualTo(CALM.revision());
        assertThat(again.incompatibilitiesWith(CALM)).isEmpty();
    }
}
