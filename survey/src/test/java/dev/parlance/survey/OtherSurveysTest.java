package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.testkit.ForEachTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Surveys that use the answers to earlier ones. */
class OtherSurveysTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    private static final Address ANA = Address.of(Shop.PERSON);

    private static final Map<String, String> PROMPTS = Map.ofEntries(
            Map.entry("age", "How old are you?"),
            Map.entry("drink", "Tea or coffee?"),
            Map.entry("drink.tea", "Tea"),
            Map.entry("drink.coffee", "Coffee"),
            Map.entry("adult", "Last time, you were {was}. Beer?"),
            Map.entry("was.unanswered", "young"),
            Map.entry("stranger", "Who are you?"),
            Map.entry("sugar", "Sugar?"),
            Map.entry("older", "You are older. Happy?"));

    private static Survey survey(String name, String questions) {
        return Survey.parse(
                name + ".json",
                "{\"name\": \"" + name + "\",\n\"opening\": \"guess\", \"repeatable\": true, \"questions\": [\n"
                        + questions + "]}",
                Prompts.of(Map.of("en", PROMPTS)));
    }

    private static final Survey INTAKE = survey("intake", """
            {"id": "age", "kind": "number", "least": 1, "most": 120},
            {"id": "drink", "kind": "choice", "options": ["tea", "coffee"]}
            """);

    private static final Survey LATER = survey("later", """
            {"id": "was", "kind": "compute", "value": {"survey": "intake", "answer": "age"}, "type": "number"},
            {"id": "adult", "kind": "yesNo", "when": {"survey": "intake", "answer": "age", "atLeast": 18}},
            {"id": "stranger", "kind": "text", "when": {"not": {"survey": "intake", "answered": "age"}}},
            {"id": "sugar", "kind": "yesNo", "when": {"survey": "intake", "answer": "drink", "is": "tea"}},
            {"id": "age", "kind": "number", "least": 1, "most": 120},
            {"id": "older", "kind": "yesNo", "when": {"answer": "age", "moreThan": {"survey": "intake", "answer": "age"}}}
            """);

    private void answerIntake(String age, String drink) {
        shop.open(INTAKE);
        shop.ana().texts("hi").receives("How old are you?").texts(age).receives("Tea or coffee?");
        shop.ana().texts(drink).receives();
    }

    @Test
    void by_text_a_later_survey_uses_the_answers_of_an_earlier_one() {
        answerIntake("34", "tea");

        shop.open(LATER);
        FakePhone ana = shop.ana();
        ana.texts("hi").receives("Last time, you were 34. Beer?");
        ana.texts("no").receives("Sugar?").texts("no").receives("How old are you?");
        ana.texts("35").receives("You are older. Happy?");
        assertThat(shop.answer(Shop.PERSON, "was")).isEqualTo("34");
    }

    @Test
    void by_call_a_later_survey_uses_the_answers_of_an_earlier_one() {
        answerIntake("34", "coffee");

        shop.open(LATER);
        shop.ana()
                .calls(App.NUMBER)
                .hears("Last time, you were 34. Beer?")
                .presses("1")
                .hears("How old are you?");
    }

    @Test
    void only_a_completed_run_counts_and_the_newest_one() {
        shop.open(INTAKE);
        shop.ana().texts("hi").receives("How old").texts("34").receives("Tea or coffee?");
        shop.open(LATER);
        shop.ana().texts("hi").receives("Who are you?");
        shop.surveys().restart(ANA, Surveys.EarlierAnswers.ERASE);

        shop.open(INTAKE);
        shop.ana().texts("tea").receives();
        shop.surveys().restart(ANA, Surveys.EarlierAnswers.KEEP);
        answerIntake("16", "coffee");
        shop.surveys().restart(ANA, Surveys.EarlierAnswers.KEEP);
        shop.ana().texts("hi").receives("How old").texts("17").receives("Tea or coffee?");

        shop.open(LATER);
        shop.ana().texts("hi").receives("How old are you?").texts("17").receives("You are older");
        assertThat(shop.answer(Shop.PERSON, "was")).isEqualTo("16");
    }

    @Test
    void a_survey_can_use_its_own_earlier_run() {
        Survey wave = survey("wave", """
                {"id": "age", "kind": "number", "least": 1, "most": 120},
                {"id": "older", "kind": "yesNo", "when": {"answer": "age", "moreThan": {"survey": "wave", "answer": "age"}}},
                {"id": "sugar", "kind": "yesNo"}
                """);
        shop.open(wave);
        FakePhone ana = shop.ana();
        ana.texts("hi")
                .receives("How old")
                .texts("34")
                .receives("Sugar?")
                .texts("no")
                .receives();

        shop.surveys().restart(ANA, Surveys.EarlierAnswers.KEEP);

        ana.texts("hi").receives("How old").texts("35").receives("You are older. Happy?");
        assertThatThrownBy(() -> survey("wave", """
                {"id": "age", "kind": "number", "when": {"survey": "wave", "answered": "size"}}"""))
                .hasMessageContaining(
                        "wave.json:3: questions[0].when refers to question \"size\" of the survey \"wave\"");
    }

    @Test
    void erased_and_forgotten_answers_are_unknown() {
        answerIntake("34", "tea");
        shop.surveys().forget(ANA);

        shop.open(LATER);
        shop.ana().texts("hi").receives("Who are you?");
    }

    @Test
    void what_does_not_fit_the_other_survey_is_a_problem_with_its_line() {
        Survey wrong = survey("wrong", """
                {"id": "sugar", "kind": "yesNo", "when": {"survey": "intake", "answer": "drink", "atLeast": 3}},
                {"id": "adult", "kind": "yesNo", "prompt": "sugar", "when": {"survey": "intake", "answer": "drink", "is": "beer"}},
                {"id": "older", "kind": "yesNo", "when": {"survey": "intake", "answered": "size"}},
                {"id": "was", "kind": "compute", "sum": [{"survey": "intake", "answer": "drink"}, 1]},
                {"id": "stranger", "kind": "text", "when": {"survey": "nowhere", "answered": "size"}}
                """);

        assertThat(wrong.problemsWith(INTAKE))
                .extracting(Object::toString)
                .containsExactly(
                        "wrong.json:3: questions[0].when compares \"drink in intake\" with \"3\", but its answers are not numbers",
                        "wrong.json:4: questions[1].when checks for \"beer\", which is not an option of \"drink in intake\"; its options"
                                + " are tea, coffee",
                        "wrong.json:5: questions[2].when refers to question \"size\" of the survey \"intake\", which has no such question",
                        "wrong.json:6: questions[3].sum uses \"drink in intake\", whose values are words, not numbers");
        assertThat(wrong.problemsWith()).isEmpty();
        assertThat(LATER.problemsWith(INTAKE)).isEmpty();
    }

    @Test
    void a_desk_refuses_surveys_that_do_not_fit() {
        Survey wrong = survey("wrong", """
                {"id": "older", "kind": "yesNo", "when": {"survey": "intake", "answered": "size"}},
                {"id": "sugar", "kind": "yesNo"}""");
        Surveys intake = Surveys.builder(INTAKE).store(shop.store()).build();
        Surveys later = Surveys.builder(wrong).store(shop.store()).build();

        assertThatThrownBy(() -> SurveyDesk.builder("front")
                        .add(intake)
                        .add(later)
                        .fallback(intake)
                        .build())
                .hasMessageContaining(
                        "wrong.json:3: questions[0].when refers to question \"size\" of the survey \"intake\"");
    }

    @Test
    void without_the_other_survey_at_hand_a_misfit_is_logged_once_and_the_condition_does_not_hold() {
        answerIntake("34", "tea");
        shop.open(survey("wrong", """
                {"id": "sugar", "kind": "yesNo", "when": {"survey": "intake", "answer": "drink", "atLeast": 3}},
                {"id": "age", "kind": "number", "least": 1, "most": 120},
                {"id": "older", "kind": "yesNo", "when": {"survey": "intake", "answer": "drink", "atLeast": 3}},
                {"id": "stranger", "kind": "text"}
                """));

        List<String> logged = LogOfSurveys.during(() -> {
            shop.ana().texts("hi").receives("How old are you?");
            shop.ana().texts("35").receives("Who are you?");
        });

        assertThat(logged)
                .filteredOn(line -> line.contains("questions[0].when"))
                .hasSize(1);
        assertThat(logged)
                .anySatisfy(line -> assertThat(line)
                        .contains("The survey \"wrong\" does not fit the answers to \"intake\"")
                        .contains("wrong.json:3"));
    }
}
