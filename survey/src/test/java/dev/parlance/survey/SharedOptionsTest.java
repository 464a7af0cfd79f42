package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Option;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.SharedOptions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Options under a condition, options of an earlier question, and options of a scale. */
class SharedOptionsTest {
    private static final Map<String, String> TEA = Map.of(
            "tried", "What did you try?",
            "tried.green", "Green tea",
            "tried.black", "Black tea",
            "tried.mint", "Mint tea",
            "best", "Which was best?",
            "best.none", "None of them",
            "missed", "Which would you like to try?");

    private static final String TRIED = "{'id':'tried','kind':'choices','options':['green','black','mint']},";
    private static final String BEST =
            "{'id':'best','kind':'choice','optionsFrom':{'answer':'tried'},'options':['none']}";
    private static final String MISSED =
            "{'id':'missed','kind':'choice','optionsFrom':{'answer':'tried','chosen':false}}";

    private static Talk tea(String... answers) {
        Talk talk = Talk.byText(Talk.survey("en", TEA, TRIED + BEST + "," + MISSED));
        for (String answer : answers) {
            talk.text(answer);
        }
        return talk;
    }

    @Test
    void chosen_options_are_offered_again_with_their_labels() {
        Talk talk = tea();

        assertThat(talk.text("1, 3")).isEqualTo("Which was best? 1. Green tea 2. Mint tea 3. None of them");
        assertThat(talk.text("2")).isEqualTo("Which would you like to try? 1. Black tea");
        assertThat(talk.answer("best")).isEqualTo("mint");
    }

    @Test
    void an_option_that_is_not_offered_is_no_answer() {
        Talk talk = tea("1, 3");

        assertThat(talk.text("black tea")).startsWith("Please answer with one of the options");
        talk.input(Input.choice("black"));
        assertThat(talk.session().answers()).containsOnlyKeys("tried");
    }

    @Test
    void a_question_without_any_option_left_is_skipped() {
        assertThat(tea("1, 2, 3").text("none of them")).isEqualTo("Thank you. Goodbye.");
    }

    @Test
    void options_follow_an_answer_that_is_changed() {
        Talk talk = tea("1, 3");

        talk.text("back");
        assertThat(talk.text("2")).isEqualTo("Which was best? 1. Black tea 2. None of them");
    }

    @Test
    void a_call_names_only_the_options_that_are_offered() {
        Talk talk = Talk.byCall(Talk.survey("en", TEA, TRIED + BEST));

        assertThat(talk.input(Input.keys("13")))
                .isEqualTo("Which was best? For Green tea, press 1. For Mint tea, press 2. For None of them, press 3.");
    }

    @Test
    void a_condition_decides_whether_an_option_is_offered() {
        Survey survey = Talk.survey(
                "en",
                Map.of(
                        "age", "How old are you?",
                        "drink", "What would you like?",
                        "drink.wine", "Wine",
                        "drink.juice", "Juice",
                        "drink.water", "Water"),
                "{'id':'age','kind':'number','least':0,'most':120},{'id':'drink','kind':'choice','options':["
                        + "{'id':'wine','when':{'answer':'age','atLeast':18}},'juice','water']}");
        Talk child = Talk.byText(survey);
        Talk adult = Talk.byText(survey);

        assertThat(child.text("12")).isEqualTo("What would you like? 1. Juice 2. Water");
        assertThat(adult.text("30")).isEqualTo("What would you like? 1. Wine 2. Juice 3. Water");
        child.text("1");
        adult.text("1");
        assertThat(child.answer("drink")).isEqualTo("juice");
        assertThat(adult.answer("drink")).isEqualTo("wine");
    }

    @Test
    void in_a_group_the_answers_of_the_same_round_decide() {
        Survey survey =
                Talk.survey("en", TEA, "{'group':'day','repeat':{'times':2},'questions':[" + TRIED + BEST + "]}");
        Talk talk = Talk.byText(survey);
        talk.text("1, 3");
        talk.text("1");

        assertThat(talk.text("2, 3")).isEqualTo("Which was best? 1. Black tea 2. Mint tea 3. None of them");
    }

    private static Survey agreement() {
        Map<String, String> prompts = new HashMap<>(Map.of(
                "agree.no", "Disagree",
                "agree.yes", "Agree",
                "service", "The service was good.",
                "food", "The food was good.",
                "food.yes", "It was delicious",
                "why", "Why?"));
        return Survey.builder("agreement")
                .prompts(Prompts.of(Map.of("en", prompts)))
                .opening(OpeningStyle.GUESS)
                .scale("agree", Option.of("no").withValue("1"), Option.of("yes").withValue("2"))
                .ask(
                        Question.choiceFrom("service", SharedOptions.scale("agree")),
                        Question.choiceFrom("food", SharedOptions.scale("agree")),
                        Question.text("why").when(Condition.answer("food").atMost(1)))
                .build();
    }

    @Test
    void questions_share_the_options_and_labels_of_a_scale() {
        Talk talk = Talk.byText(agreement());

        assertThat(talk.text("agree")).isEqualTo("The food was good. 1. Disagree 2. It was delicious");
        assertThat(talk.text("disagree")).isEqualTo("Why?");
        assertThat(talk.answer("service")).isEqualTo("2");
    }

    @Test
    void what_was_read_is_written_and_read_again() {
        for (Survey survey : new Survey[] {agreement(), Talk.survey("en", TEA, TRIED + BEST + "," + MISSED)}) {
            Survey again = Survey.fromJson(survey.toJson());

            assertThat(again.questions()).isEqualTo(survey.questions());
            assertThat(again.toJson()).isEqualTo(survey.toJson());
        }
    }

    @Test
    void another_option_in_a_scale_breaks_the_questions_that_use_it() {
        Survey older = agreement();
        Survey newer = Survey.fromJson(older.toJson().replace("\"value\":\"2\"", "\"value\":\"3\""));

        assertThat(newer.incompatibilitiesWith(older))
                .hasSize(2)
                .allMatch(problem -> problem.contains("accepts different answers"));
    }
}
