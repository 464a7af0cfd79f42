package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Option;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.SharedOptions;
import dev.parlance.survey.question.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Options with fields of their own, and shared options, in questions that put them in order or share a total. */
class RankedOptionsTest {
    private static final Map<String, String> PROMPTS = new HashMap<>();

    static {
        PROMPTS.putAll(
                Map.of("tried", "What have you tried?", "order", "Your order?", "budget", "Share 10: {options}."));
        PROMPTS.putAll(Map.of("more", "You said {order}.", "spent", "You said {budget}.", "order.unanswered", "none"));
        for (String question : List.of("tried", "order", "budget")) {
            PROMPTS.putAll(Map.of(
                    question + ".tea", "Tea",
                    question + ".coffee", "Coffee",
                    question + ".juice", "Juice",
                    question + ".other", "Something else",
                    question + ".other.specify", "What is it?",
                    question + ".secret", "I would rather not say"));
        }
    }

    private static final String TRIED =
            "{'id':'tried','kind':'choices','options':['tea','coffee','juice',{'id':'other','specify':true}]},";
    private static final String MORE = ",{'id':'more','kind':'text'}";
    private static final String SPENT = ",{'id':'spent','kind':'text'}";

    private static Survey survey(String questions) {
        return Talk.survey("en", PROMPTS, questions);
    }

    @Test
    void options_can_have_values_and_keys() {
        String options =
                "[{'id':'tea','value':'T','key':7},{'id':'coffee','value':'C','key':8},{'id':'juice','key':9}]";
        Talk ana = Talk.byText(survey("{'id':'order','kind':'ranking','options':" + options + "}" + MORE));

        assertThat(ana.text("879")).isEqualTo("You said Coffee, Tea, Juice.");
        assertThat(ana.answer("order")).isEqualTo("C, T, juice");
    }

    @Test
    void the_options_chosen_before_can_be_put_in_order() {
        String questions = TRIED + "{'id':'order','kind':'ranking','optionsFrom':{'answer':'tried'}}" + MORE;
        Talk ana = Talk.byText(survey(questions));

        assertThat(ana.text("1, 3")).isEqualTo("Your order? 1. Tea 2. Juice");
        assertThat(ana.text("juice")).startsWith("At least 2 options are needed.");
        assertThat(ana.text("2, 1")).isEqualTo("You said Juice, Tea.");
    }

    @Test
    void with_one_option_there_is_no_order_to_ask_for() {
        String questions = TRIED + "{'id':'order','kind':'ranking','optionsFrom':{'answer':'tried'}}" + MORE;
        Talk ana = Talk.byText(survey(questions));

        assertThat(ana.text("tea")).isEqualTo("You said none.");
    }

    @Test
    void other_keeps_the_words_that_were_given_before() {
        String questions = TRIED + "{'id':'order','kind':'ranking','optionsFrom':{'answer':'tried'}}" + MORE;
        Talk ana = Talk.byText(survey(questions));
        ana.text("1, 4");

        assertThat(ana.text("mango lassi")).isEqualTo("Your order? 1. Tea 2. mango lassi");
        assertThat(ana.text("mango lassi, tea")).isEqualTo("You said mango lassi, Tea.");
        assertThat(ana.session().answer("order").flatMap(Value::specified)).contains("mango lassi");
    }

    @Test
    void someone_can_refuse_to_give_an_order() {
        String options = "['tea','coffee',{'id':'secret','value':99,'refusal':true,'fixed':true}]";
        Talk ana = Talk.byCall(
                survey("{'id':'order','kind':'ranking','order':'random','options':" + options + "}" + MORE));

        assertThat(ana.input(Input.speech("I would rather not say", 1))).isEqualTo("You said I would rather not say.");
        assertThat(ana.session().answer("order").orElseThrow().isRefusal()).isTrue();
    }

    @Test
    void an_option_can_depend_on_an_answer() {
        String options = "['tea','coffee',{'id':'juice','when':{'answer':'tried','is':'juice'}}]";
        String questions = TRIED + "{'id':'order','kind':'ranking','options':" + options + "}" + MORE;

        assertThat(Talk.byText(survey(questions)).text("tea")).isEqualTo("Your order? 1. Tea 2. Coffee");
        assertThat(Talk.byText(survey(questions)).text("juice")).isEqualTo("Your order? 1. Tea 2. Coffee 3. Juice");
    }

    @Test
    void a_total_is_shared_among_the_options_chosen_before() {
        String questions =
                TRIED + "{'id':'budget','kind':'shares','total':10,'optionsFrom':{'answer':'tried'}}" + SPENT;
        Talk ana = Talk.byText(survey(questions));

        assertThat(ana.text("1, 3")).isEqualTo("Share 10: Tea, Juice.");
        assertThat(ana.text("1 2 7")).startsWith("Please share 10 among Tea, Juice: a number for each, such as 5, 5.");
        assertThat(ana.text("4 6")).isEqualTo("You said Tea 4, Juice 6.");
        assertThat(ana.answer("budget")).isEqualTo("tea=4, juice=6");
    }

    @Test
    void what_other_is_is_asked_if_it_has_a_share() {
        String questions =
                "{'id':'budget','kind':'shares','total':10,'options':['tea',{'id':'other','specify':true}]}" + SPENT;

        assertThat(Talk.byText(survey(questions)).text("10 0")).isEqualTo("You said Tea 10, Something else 0.");
        Talk ana = Talk.byText(survey(questions));
        assertThat(ana.text("4 6")).isEqualTo("What is it?");
        assertThat(ana.text("milk")).isEqualTo("You said Tea 4, milk 6.");
    }

    @Test
    void someone_can_refuse_to_share_a_total() {
        String questions = "{'id':'budget','kind':'shares','total':10,'options':['tea','coffee',"
                + "{'id':'secret','value':99,'refusal':true}]}" + SPENT;
        Talk ana = Talk.byText(survey(questions));

        assertThat(ana.text("hm")).endsWith("Please share 10 among Tea, Coffee: a number for each, such as 5, 5.");
        assertThat(ana.text("i would rather not say")).isEqualTo("You said I would rather not say.");
        assertThat(ana.session().answer("budget").orElseThrow().isRefusal()).isTrue();
    }

    @Test
    void the_builder_and_the_file_define_the_same() {
        Survey built = Survey.builder("talk")
                .prompts(survey(TRIED.substring(0, TRIED.length() - 1)).prompts())
                .ask(
                        Question.choices("tried", "tea", "coffee", "juice"),
                        Question.rankingFrom("order", SharedOptions.chosenIn("tried"))
                                .first(2),
                        Question.shares(
                                "budget",
                                10,
                                Option.of("tea").withValue("T").withKey(7),
                                Option.of("coffee")
                                        .withKey(8)
                                        .when(Condition.answer("tried").is("coffee"))))
                .build();

        assertThat(Survey.fromJson(built.toJson()).groups()).isEqualTo(built.groups());
        assertThat(built.incompatibilitiesWith(Survey.fromJson(built.toJson()))).isEmpty();
    }

    @Test
    void a_random_order_of_shares_is_a_problem() {
        assertThatThrownBy(() -> survey("{'id':'budget','kind':'shares','options':['tea','coffee'],'order':'random'}"))
                .hasMessageContaining(
                        "questions[0].order is \"random\", but the numbers are given in the order of the options");
    }
}
