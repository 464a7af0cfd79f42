package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options that are put in order, by text and by call. */
class RankingTest {
    private static final Map<String, String> ENGLISH = Map.of(
            "drinks", "Which do you like best?",
            "drinks.tea", "Tea",
            "drinks.coffee", "Coffee",
            "drinks.juice", "Juice",
            "more", "You said {drinks}.");

    private static final String ALL =
            "{'id':'drinks','kind':'ranking','options':['tea','coffee','juice']}," + "{'id':'more','kind':'text'}";

    private static Survey survey(String questions) {
        return Talk.survey("en", ENGLISH, questions);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2, 1, 3
            2 1 3
            213
            2-1-3
            coffee, tea, juice
            coffee then tea then juice
            Coffee > Tea > Juice
            coffee, followed by tea, and lastly juice
            1. coffee 2. tea 3. juice
            """)
    void an_order_can_be_written_in_many_ways(String reply) {
        Talk ana = Talk.byText(survey(ALL));

        assertThat(ana.text(reply)).isEqualTo("You said Coffee, Tea, Juice.");
        assertThat(ana.session().answer("drinks")).contains(new Value(List.of("coffee", "tea", "juice")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es | té luego café y después zumo
            fr | té puis café ensuite zumo
            de | té dann café danach zumo
            pt | té depois café em seguida zumo
            ar | té ثم café ثم zumo
            hi | té फिर café उसके बाद zumo
            zh | té然后café最后zumo
            """)
    void words_between_the_options_can_be_those_of_each_language(String language, String reply) {
        Talk ana = Talk.byText(Talk.survey(
                language,
                Map.of("drinks", "?", "drinks.tea", "Té", "drinks.coffee", "Café", "drinks.juice", "Zumo", "more", "."),
                ALL));

        ana.text(reply);

        assertThat(ana.answer("drinks")).isEqualTo("tea, coffee, juice");
    }

    @Test
    void an_order_among_other_words_is_said_back() {
        Talk ana = Talk.byText(survey(ALL));

        assertThat(ana.text("I like coffee more than tea and juice less")).doesNotContain("You said");
        assertThat(ana.text("I would say coffee, tea and juice")).startsWith("Did you mean Coffee, Tea, Juice?");
        assertThat(ana.text("yes")).isEqualTo("You said Coffee, Tea, Juice.");
    }

    @Test
    void a_reply_with_too_few_options_says_how_many_are_needed() {
        Survey survey = survey(ALL);

        assertThat(Talk.byText(survey).text("tea"))
                .startsWith("At least 3 options are needed."
                        + " Please put 3 options in your order, such as 2, 1, 3. 1. Tea 2. Coffee");
        assertThat(Talk.byText(survey).text("tea or coffee")).startsWith("Please put 3 options in your order");
        assertThat(Talk.byText(survey).text("2, 2, 1")).startsWith("At least 3 options are needed.");
    }

    @Test
    void only_the_first_few_can_be_asked_for() {
        Talk ana = Talk.byText(survey(ALL.replace("]}", "],'most':2}")));

        assertThat(ana.text("1, 2, 3")).startsWith("At most 2 options are possible.");
        assertThat(ana.text("juice then tea")).isEqualTo("You said Juice, Tea.");
    }

    @Test
    void on_a_call_one_key_follows_another() {
        Talk ana = Talk.byCall(survey(ALL));

        assertThat(ana.input(Input.keys("312"))).isEqualTo("You said Juice, Tea, Coffee.");
    }

    @Test
    void on_a_call_the_order_can_be_spoken() {
        Talk ana = Talk.byCall(survey(ALL));

        assertThat(ana.input(Input.speech("juice then tea then coffee", 0.9)))
                .isEqualTo("You said Juice, Tea, Coffee.");
    }

    @Test
    void conditions_can_ask_whether_an_option_is_among_the_first() {
        Survey survey = survey("{'id':'drinks','kind':'ranking','options':['tea','coffee','juice'],'most':2},"
                + "{'id':'more','kind':'text','when':{'answer':'drinks','is':'juice'}}");

        assertThat(Talk.byText(survey).text("tea, juice")).startsWith("You said");
        assertThat(Talk.byText(survey).text("tea, coffee")).doesNotContain("You said");
    }

    @Test
    void the_place_of_an_option_can_be_computed_with() {
        Survey survey = survey("{'id':'drinks','kind':'ranking','options':['tea','coffee','juice']},"
                + "{'id':'place','kind':'compute','of':'drinks','part':'juice'},"
                + "{'id':'more','kind':'text','when':{'answer':'place','atMost':2}}");

        assertThat(Talk.byText(survey).text("tea, juice, coffee")).startsWith("You said");
        assertThat(Talk.byText(survey).text("tea, coffee, juice")).doesNotContain("You said");
        assertThat(Survey.fromJson(survey.toJson()).questions()).isEqualTo(survey.questions());
    }

    @Test
    void more_options_than_there_are_cannot_be_put_in_order() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Question.ranking("drinks", "tea", "coffee").first(3));
    }

    @Test
    void a_part_that_no_answer_has_is_a_problem() {
        SurveyException e = catchThrowableOfType(
                SurveyException.class,
                () -> survey("{'id':'drinks','kind':'ranking','options':['tea','coffee','juice']},"
                        + "{'id':'place','kind':'compute','of':'drinks','part':'milk'},"
                        + "{'id':'other','kind':'compute','of':'more','part':'milk'},{'id':'more','kind':'text'}"));

        assertThat(e.problems().stream().map(Object::toString).collect(Collectors.joining("\n")))
                .contains("questions[1].part is \"milk\", but the parts of \"drinks\" are tea, coffee, juice")
                .contains("questions[2].part uses \"more\", whose answers have no parts with a name");
    }

    @Test
    void a_ranking_survives_a_round_trip_through_json() {
        Survey survey = survey("{'id':'drinks','kind':'ranking','options':['tea','coffee','juice'],'most':2,"
                + "'order':'random'},{'id':'more','kind':'text'}");

        assertThat(Survey.fromJson(survey.toJson()).questions()).isEqualTo(survey.questions());
        assertThat(survey.question("drinks"))
                .contains(Question.ranking("drinks", "tea", "coffee", "juice")
                        .shuffle()
                        .first(2));
    }

    @Test
    void problems_have_their_place() {
        SurveyException e = catchThrowableOfType(
                SurveyException.class,
                () -> survey("{'id':'drinks','kind':'ranking','options':['tea'],'most':5},\n"
                        + "{'id':'more','kind':'text','when':{'answer':'drinks','is':'milk'}}"));

        assertThat(e.problems().stream().map(Object::toString).collect(Collectors.joining("\n")))
                .contains("talk.json:1: questions[0].options needs at least two options")
                .contains("talk.json:1: questions[0].most is 5, more than there are options");
    }
}
