package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
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

/** A total that is shared among options, by text and by call. */
class SharesTest {
    private static final String QUESTIONS =
            "{'id':'budget','kind':'shares','options':['tea','coffee','juice']},{'id':'more','kind':'text'}";
    private static final Map<String, String> PROMPTS = Map.of(
            "budget", "Share 100 points among tea, coffee and juice.",
            "budget.tea", "Tea",
            "budget.coffee", "Coffee",
            "budget.juice", "Juice",
            "more", "You said {budget}.");

    private static Survey survey(String questions) {
        return Talk.survey("en", PROMPTS, questions);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            50 30 20
            50, 30, 20
            50/30/20
            50% 30% 20%
            tea 50, coffee 30, juice 20
            20 for juice, 50 for tea and 30 for coffee
            tea: fifty, coffee: thirty, juice: twenty
            """)
    void numbers_are_read_in_order_or_by_name(String reply) {
        Talk ana = Talk.byText(survey(QUESTIONS));

        assertThat(ana.text(reply)).isEqualTo("You said Tea 50, Coffee 30, Juice 20.");
        assertThat(ana.session().answer("budget")).contains(new Value(List.of("tea=50", "coffee=30", "juice=20")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es | tea cincuenta y coffee 50
            fr | 50 pour tea et 50 pour coffee
            de | tea 50 und coffee fünfzig
            pt | tea 50 e coffee cinquenta
            ar | tea ٥٠ و coffee ٥٠
            hi | tea ५० और coffee 50
            zh | tea 50，coffee 50
            """)
    void numbers_are_read_in_each_language(String language, String reply) {
        Talk ana = Talk.byText(Talk.survey(
                language,
                Map.of(
                        "budget",
                        "?",
                        "budget.tea",
                        "Tea",
                        "budget.coffee",
                        "Coffee",
                        "budget.juice",
                        "Juice",
                        "more",
                        "."),
                QUESTIONS));

        ana.text(reply);

        assertThat(ana.answer("budget")).isEqualTo("tea=50, coffee=50, juice=0");
    }

    @Test
    void a_wrong_sum_says_what_is_missing_or_too_much() {
        Talk ana = Talk.byText(survey(QUESTIONS));

        assertThat(ana.text("50 30 10"))
                .isEqualTo("That is 90: 10 are missing. Please share 100 among Tea, Coffee, Juice: a number for each,"
                        + " such as 34, 33, 33.");
        assertThat(ana.text("tea 80, coffee 40")).startsWith("That is 120: 20 too many.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            50 50
            tea 50, tea 50
            50 or 60 for tea
            tea coffee juice
            tea 33.3, coffee 33.3, juice 33.4
            a lot for tea
            99999999999 0 0
            """)
    void anything_else_is_asked_again(String reply) {
        assertThat(Talk.byText(survey(QUESTIONS)).text(reply)).startsWith("Please share 100 among");
    }

    @Test
    void numbers_among_unknown_words_are_said_back() {
        Talk ana = Talk.byText(survey(QUESTIONS));

        assertThat(ana.text("tea gets 70 obviously, coffee gets 30"))
                .isEqualTo("Did you mean Tea 70, Coffee 30, Juice 0?");
    }

    @Test
    void on_a_call_a_star_separates_the_numbers() {
        Talk ana = Talk.byCall(survey(QUESTIONS));

        assertThat(ana.input(Input.keys("50*30*20"))).isEqualTo("You said Tea 50, Coffee 30, Juice 20.");
    }

    @Test
    void on_a_call_the_numbers_can_be_spoken() {
        Talk ana = Talk.byCall(survey(QUESTIONS));

        assertThat(ana.input(Input.speech("tea fifty and coffee fifty", 0.9)))
                .isEqualTo("You said Tea 50, Coffee 50, Juice 0.");
    }

    @Test
    void the_share_of_an_option_can_be_computed_with() {
        Survey survey = survey("{'id':'budget','kind':'shares','options':['tea','coffee','juice']},"
                + "{'id':'share','kind':'compute','of':'budget','part':'tea'},"
                + "{'id':'more','kind':'text','when':{'answer':'share','atLeast':50}}");

        assertThat(Talk.byText(survey).text("50 30 20")).startsWith("You said");
        assertThat(Talk.byText(survey).text("40 30 30")).doesNotContain("You said");
    }

    @Test
    void shares_survive_a_round_trip_through_json() {
        Survey survey = survey(QUESTIONS.replace("]}", "],'total':12}"));

        assertThat(Survey.fromJson(survey.toJson()).questions()).isEqualTo(survey.questions());
        assertThat(survey.question("budget")).contains(Question.shares("budget", 12, "tea", "coffee", "juice"));
    }

    @Test
    void problems_have_their_place() {
        SurveyException e = catchThrowableOfType(
                SurveyException.class,
                () -> survey(
                        "{'id':'budget','kind':'shares','options':['tea'],\n'total':0},{'id':'more','kind':'text'}"));

        assertThat(e.problems().stream().map(Object::toString).collect(Collectors.joining("\n")))
                .contains("talk.json:1: questions[0].options needs at least two options")
                .contains("talk.json:2: questions[0].total must be a whole number from 1 to 1000000, not 0");
    }
}
