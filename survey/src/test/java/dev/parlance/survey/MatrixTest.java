package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Matrix;
import dev.parlance.survey.question.Option;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.SharedOptions;
import dev.parlance.survey.session.Answer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several items with one scale, by text and by call. */
class MatrixTest {
    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("drink", "Tea or coffee?"),
            Map.entry("drink.tea", "Tea"),
            Map.entry("drink.coffee", "Coffee"),
            Map.entry("service", "How was {item}, 1 to 5?"),
            Map.entry("service.speed", "the speed"),
            Map.entry("service.taste", "the taste"),
            Map.entry("service.price", "the price"),
            Map.entry("service.good", "Good"),
            Map.entry("service.bad", "Bad"),
            Map.entry("service.unanswered", "nothing"),
            Map.entry("why", "Speed {service.speed}, taste {service.taste}: why?"),
            Map.entry("drink.unanswered", "drink"));

    private static final String RATED = "{'id':'service','kind':'matrix','items':['speed','taste'],'least':1,'most':5}";
    private static final String WHY = ",{'id':'why','kind':'text'}";

    private static Survey survey(String questions) {
        return Talk.survey("en", ENGLISH, questions);
    }

    @Test
    void items_are_asked_one_after_the_other() {
        Talk ana = Talk.byText(survey(RATED + WHY));

        assertThat(ana.text("repeat")).isEqualTo("How was the speed, 1 to 5?");
        assertThat(ana.text("4")).isEqualTo("How was the taste, 1 to 5?");
        assertThat(ana.text("nine")).startsWith("9 is more than 5.");
        assertThat(ana.text("two")).isEqualTo("Speed 4, taste 2: why?");
        assertThat(ana.answer("service.speed")).isEqualTo("4");
        assertThat(ana.answer("service.taste")).isEqualTo("2");
    }

    @Test
    void on_a_call_each_item_is_answered_by_a_key() {
        Talk ana = Talk.byCall(
                survey("{'id':'service','kind':'matrix','items':['speed','taste'],'options':['good','bad']}"));

        assertThat(ana.input(Input.keys("1")))
                .isEqualTo("How was the taste, 1 to 5? For Good, press 1. For Bad, press 2.");
        ana.input(Input.speech("bad", 1));
        assertThat(ana.answer("service.speed")).isEqualTo("good");
        assertThat(ana.answer("service.taste")).isEqualTo("bad");
    }

    @Test
    void back_goes_from_item_to_item() {
        Talk ana = Talk.byText(survey(RATED + WHY));
        ana.text("4");
        ana.text("2");

        assertThat(ana.text("back")).isEqualTo("How was the taste, 1 to 5?");
        assertThat(ana.text("back")).isEqualTo("How was the speed, 1 to 5?");
        ana.text("5");
        ana.text("1");
        assertThat(ana.answer("service.speed")).isEqualTo("5");
    }

    @Test
    void items_of_an_optional_matrix_can_be_skipped() {
        Talk ana = Talk.byText(survey(RATED.replace("}", ",'optional':true}") + WHY));

        assertThat(ana.text("skip")).isEqualTo("How was the taste, 1 to 5?");
        assertThat(ana.text("3")).isEqualTo("Speed nothing, taste 3: why?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | skip all
            en | can I skip the rest please
            es | saltar todas
            fr | tout passer
            de | alle überspringen
            pt | pular todas
            ar | تخطي الكل
            hi | सब छोड़ें
            zh | 全部跳过
            """)
    void all_remaining_items_can_be_skipped_at_once(String language, String words) {
        String questions = "{'id':'service','kind':'matrix','items':['speed','taste','price'],'least':1,'most':5,"
                + "'optional':true}" + WHY;
        Talk ana = Talk.byText(Talk.survey(language, ENGLISH, questions));
        ana.text("4");

        assertThat(ana.text(words)).isEqualTo("Speed 4, taste nothing: why?");
        assertThat(ana.session().answers().values())
                .extracting(Answer::inputMethod)
                .containsExactly(Answer.InputMethod.TEXT, Answer.InputMethod.SKIPPED, Answer.InputMethod.SKIPPED);
    }

    @Test
    void items_that_need_an_answer_can_not_be_skipped() {
        Talk ana = Talk.byText(survey(RATED));

        assertThat(ana.text("skip all")).isEqualTo("This question needs an answer. How was the speed, 1 to 5?");
    }

    @Test
    void without_a_matrix_skip_all_is_no_command() {
        Talk ana = Talk.byText(survey("{'id':'drink','kind':'text'}"));
        ana.text("skip all");

        assertThat(ana.answer("drink")).isEqualTo("skip all");
    }

    @Test
    void an_item_and_the_matrix_can_depend_on_answers() {
        String drink = "{'id':'drink','kind':'choice','options':['tea','coffee']},";
        String matrix = "{'id':'service','kind':'matrix','least':1,'most':5,'when':{'answered':'drink'},'items':["
                + "'speed',{'id':'taste','when':{'answer':'drink','is':'tea'}},"
                + "{'id':'price','when':{'answer':'service.speed','atMost':2}}]}";
        Talk ana = Talk.byText(survey(drink + matrix));
        ana.text("coffee");

        assertThat(ana.text("2")).isEqualTo("How was the price, 1 to 5?");
        ana.text("1");
        assertThat(ana.session().answers().keySet())
                .containsExactlyInAnyOrder("drink", "service.speed", "service.price");
    }

    @Test
    void a_random_order_keeps_the_answers_with_their_items() {
        Survey survey = survey(
                "{'id':'service','kind':'matrix','items':['speed','taste','price'],'least':1,'most':5,'order':'random'}");
        Talk ana = Talk.byText(survey);
        Map<String, String> given = new HashMap<>();
        String asked = ana.text("repeat");
        for (int number = 1; number <= 3; number++) {
            given.put("service." + asked.replaceAll("How was the (\\w+), 1 to 5\\?", "$1"), Integer.toString(number));
            asked = ana.text(Integer.toString(number));
        }

        given.forEach((item, number) -> assertThat(ana.answer(item)).isEqualTo(number));
        assertThat(given).containsOnlyKeys("service.speed", "service.taste", "service.price");
    }

    @Test
    void a_computation_names_all_items_by_the_matrix() {
        Survey survey = survey(RATED + ",{'id':'mean','kind':'compute','mean':['service']},"
                + "{'id':'total','kind':'compute','sum':{'service':10}},"
                + "{'id':'good','kind':'compute','count':['service'],'in':['4','5']},"
                + "{'id':'speed','kind':'compute','of':'service.speed','bands':{'slow':1,'fast':4}}");
        Talk ana = Talk.byText(survey);
        ana.text("5");
        ana.text("2");

        assertThat(List.of(ana.answer("mean"), ana.answer("total"), ana.answer("good"), ana.answer("speed")))
                .containsExactly("3.5", "70", "1", "fast");
    }

    @Test
    void a_computation_can_do_without_some_items() {
        Survey survey = survey(RATED.replace("}", ",'optional':true}")
                + ",{'id':'mean','kind':'compute','mean':['service'],'needs':1}");
        Talk ana = Talk.byText(survey);
        ana.text("skip");
        ana.text("4");

        assertThat(ana.answer("mean")).isEqualTo("4");
    }

    @Test
    void the_builder_and_the_file_define_the_same() {
        Survey built = Survey.builder("talk")
                .opening(OpeningStyle.GUESS)
                .prompts(Prompts.of(Map.of("en", withScale())))
                .scale("agree", Option.of("yes").withValue("1"), Option.of("no").withValue("0"))
                .ask(Question.choice("drink", "tea", "coffee"))
                .ask(Question.matrix(Question.choiceFrom("service", SharedOptions.scale("agree")), "speed")
                        .and(Matrix.Item.of("taste")
                                .when(Condition.answer("drink").is("tea")))
                        .shuffle()
                        .optional())
                .build();
        String file = """
                {"name": "talk", "opening": "guess",
                 "scales": {"agree": {"options": [{"id": "yes", "value": 1}, {"id": "no", "value": 0}]}},
                 "questions": [
                   {"id": "drink", "kind": "choice", "options": ["tea", "coffee"]},
                   {"id": "service", "kind": "matrix", "scale": "agree", "order": "random", "optional": true,
                    "items": ["speed", {"id": "taste", "when": {"answer": "drink", "is": "tea"}}]}]}
                """;

        assertThat(Survey.parse("talk.json", file, built.prompts()).groups()).isEqualTo(built.groups());
        assertThat(Survey.fromJson(built.toJson()).groups()).isEqualTo(built.groups());
        assertThat(built.question("service.taste").orElseThrow().answers().all())
                .containsExactly("1", "0");
    }

    private static Map<String, String> withScale() {
        Map<String, String> prompts = new HashMap<>(ENGLISH);
        prompts.putAll(Map.of("agree.yes", "Yes", "agree.no", "No"));
        return prompts;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'items':['speed','speed'],'least':1,'most':5 | talk.json:1: questions[0].items[1] is "speed", which is already an item
            'items':['retry'],'least':1,'most':5         | questions[0].items[0] is "retry", which is a reserved name
            'items':['2nd'],'least':1,'most':5           | questions[0].items[0].id is "2nd", but must start with a letter
            'items':[],'least':1,'most':5                | questions[0].items needs 1 to 100 items, not 0
            'items':['size'],'least':1,'most':5          | questions[0].items needs the prompt "service.size", which is missing in en
            'items':['speed']                            | questions[0] needs either "scale", "options" or "optionsFrom", or "least" and "most"
            'items':['speed'],'least':1                  | questions[0] needs "least" and "most"
            'items':['speed'],'scale':'agree'            | questions[0].scale is "agree", which "scales" does not define
            'items':['speed','good'],'options':['good','bad'] | questions[0].items[1] is "good", which is also an option
            'items':['speed'],'least':1,'most':5,'next':'end' | questions[0].next can't be followed after a matrix
            'items':['speed',{'id':'taste','when':{'answer':'service.size','is':1}}],'least':1,'most':5 | questions[0].items[1].when refers to question "service.size", which does not exist
            'items':['speed',{'id':'taste','when':{'answer':'service','is':1}}],'least':1,'most':5 | questions[0].items[1].when refers to question "service", which is a matrix; name an item, such as "service.speed"
            """)
    void problems_have_their_place(String fields, String problem) {
        assertThatThrownBy(() -> survey("{'id':'service','kind':'matrix'," + fields + "}"))
                .isInstanceOf(SurveyException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void a_problem_of_the_scale_is_reported_once() {
        String matrix = "{'id':'service','kind':'matrix','items':['speed','taste'],'options':['good','good']}";

        assertThatThrownBy(() -> survey(matrix))
                .isInstanceOfSatisfying(
                        SurveyException.class, e -> assertThat(e.problems()).hasSize(1))
                .hasMessageContaining("questions[0].options lists an option twice");
    }

    @Test
    void a_matrix_can_not_be_in_a_group() {
        assertThatThrownBy(() -> survey("{'group':'g','questions':[" + RATED + "]}"))
                .hasMessageContaining("questions[0].questions[0].kind is \"matrix\", which can't be in a group");
    }

    @Test
    void a_removed_item_breaks_a_running_survey_and_a_new_one_does_not() {
        Survey older = survey(RATED);
        Survey more = survey(RATED.replace("'taste'", "'taste','price'"));

        assertThat(more.incompatibilitiesWith(older)).isEmpty();
        assertThat(older.incompatibilitiesWith(more)).containsExactly("the question \"service.price\" was removed");
    }

    @Test
    void a_new_item_leaves_the_random_order_of_the_others() {
        String three = RATED.replace("'taste'", "'taste','price'");
        Set<List<String>> orders = new HashSet<>();
        for (int seed = 0; seed < 30; seed++) {
            List<String> two = order(RATED, seed);
            List<String> all = order(three, seed);
            orders.add(all);
            assertThat(all.stream().filter(two::contains).toList()).isEqualTo(two);
        }
        assertThat(orders).hasSize(6);
    }

    private static List<String> order(String matrix, int seed) {
        Talk talk = Talk.byText(survey(matrix.replace("}", ",'order':'random'}")), seed);
        IntStream.range(0, 3).forEach(number -> talk.text("3"));
        return talk.session().progress().path();
    }

    @Test
    void the_flow_chart_has_one_box() {
        assertThat(survey(RATED + WHY).flowChart())
                .contains(
                        "q_service[\"service<br/>matrix<br/>speed, taste\"]",
                        "START_ --> q_service",
                        "q_service --> q_why");
    }
}
