package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Question;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Years, on 13 May 2026. */
class YearTest {
    private static final String YEAR = "{'id':'since','kind':'year'},{'id':'more','kind':'text'}";

    private static Survey survey(String language, String questions) {
        return Talk.survey(language, Map.of("since", "Since?", "more", "You said {since}."), questions);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            en | 2019                  | 2019
            en | '19                   | 2019
            en | 85                    | 1985
            en | last year             | 2025
            en | this year             | 2026
            en | next year             | 2027
            en | two years ago         | 2024
            en | it was in 2019        | 2019
            en | in May 2019           | 2019
            en | twenty nineteen       | 2019
            en | nineteen eighty five  | 1985
            en | around 2019           | 2019
            en | I think in '19        | 2019
            en | it was 85             | 1985?
            en | maybe 2019            | 2019?
            en | 2018 or 2019          | ``
            en | before 2019           | ``
            en | since 2019            | 2019
            en | from 2018 to 2019     | ``
            en | not 2019              | ``
            en | 5                     | ``
            en | long ago              | ``
            es | en 2019               | 2019
            es | el año pasado         | 2025
            es | hace dos años         | 2024
            fr | en 2019               | 2019
            fr | l'an dernier          | 2025
            fr | il y a deux ans       | 2024
            de | im Jahr 2019          | 2019
            de | letztes Jahr          | 2025
            de | vor zwei Jahren       | 2024
            pt | em 2019               | 2019
            pt | ano passado           | 2025
            pt | há dois anos          | 2024
            ar | ٢٠١٩                  | 2019
            ar | العام الماضي          | 2025
            hi | 2019 में              | 2019
            hi | पिछले साल             | 2025
            zh | 2019年                | 2019
            zh | 去年                  | 2025
            """)
    void years_are_read_in_each_language(String language, String reply, String expected) {
        Talk ana = Talk.byText(survey(language, YEAR));

        ana.text(reply);

        assertThat(understood(ana)).isEqualTo(expected);
    }

    private static String understood(Talk talk) {
        return talk.session()
                .answer("since")
                .map(value -> value.text())
                .orElseGet(() -> talk.session().progress().unconfirmed().stream()
                        .map(answer -> answer.value().text() + "?")
                        .findFirst()
                        .orElse(""));
    }

    @Test
    void a_year_outside_the_range_is_named() {
        Talk ana = Talk.byText(survey("en", YEAR.replace("'year'}", "'year','earliest':1930,'latest':2026}")));

        assertThat(ana.text("1929")).isEqualTo("1929 is too early. Please answer with a year from 1930 to 2026.");
        assertThat(ana.text("next year")).startsWith("2027 is too late.");
        assertThat(ana.text("'35")).isEqualTo("You said 1935.");
    }

    @Test
    void what_is_no_year_gets_an_example() {
        assertThat(Talk.byText(survey("en", YEAR)).text("a while"))
                .isEqualTo("Please answer with a year, such as 2026.");
    }

    @Test
    void on_a_call_four_keys_are_a_year() {
        assertThat(Talk.byCall(survey("en", YEAR)).input(Input.keys("2019"))).isEqualTo("You said 2019.");
        assertThat(Talk.byCall(survey("en", YEAR)).input(Input.speech("nineteen ninety nine", 0.9)))
                .isEqualTo("You said 1999.");
    }

    @Test
    void years_can_be_compared_and_subtracted() {
        Survey survey = survey(
                "en",
                "{'id':'since','kind':'year'},"
                        + "{'id':'age','kind':'compute','difference':[2026,'since']},"
                        + "{'id':'more','kind':'text','when':{'answer':'since','lessThan':2000}}");
        Talk ana = Talk.byText(survey);

        assertThat(ana.text("1990")).isEqualTo("You said 1990.");
        assertThat(ana.answer("age")).isEqualTo("36");
        assertThat(Talk.byText(survey).text("2001")).doesNotContain("You said");
    }

    @Test
    void a_year_survives_a_round_trip_through_json() {
        Survey survey = survey("en", YEAR.replace("'year'}", "'year','earliest':1930,'latest':2026}"));

        assertThat(Survey.fromJson(survey.toJson()).questions()).isEqualTo(survey.questions());
        assertThat(survey.question("since")).contains(Question.year("since").between(1930, 2026));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'earliest':2026,'latest':1930 | questions[0].earliest is after "latest"
            'earliest':30                 | questions[0].earliest must be a whole number from 1000 to 9999, not 30
            'latest':'2026'               | questions[0].latest must be a number
            """)
    void problems_have_their_place(String fields, String problem) {
        assertThatThrownBy(() -> survey("en", YEAR.replace("'year'}", "'year'," + fields + "}")))
                .hasMessageContaining(problem);
    }
}
