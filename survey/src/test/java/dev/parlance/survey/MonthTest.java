package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Question;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Months with their year, on 13 May 2026. */
class MonthTest {
    private static final String MONTH = "{'id':'since','kind':'month'},{'id':'more','kind':'text'}";

    private static Survey survey(String language, String questions) {
        return Talk.survey(
                language, Map.of("since", "Since?", "more", "You said {since}.", "early", "Early."), questions);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | May 2024                | 2024-05
            en | may, 2024               | 2024-05
            en | 05/24                   | 2024-05
            en | 5/2024                  | 2024-05
            en | 2024-05                 | 2024-05
            en | in May of 2024          | 2024-05
            en | 3 May 2024              | 2024-05
            en | last month              | 2026-04
            en | this month              | 2026-05
            en | next month              | 2026-06
            en | 3 months ago            | 2026-02
            en | May last year           | 2025-05
            en | in June                 | 2026-06
            en | November                | 2025-11 or 2026-11?
            en | last July               | 2025-07?
            en | two years ago           | 2024-05?
            en | May 24                  | 2024-05 or 2026-05?
            en | May or June 2024        | ''
            en | before May 2024         | ''
            en | from May to June        | ''
            en | 13/2024                 | ''
            en | never                   | ''
            es | mayo de 2024            | 2024-05
            es | el mes pasado           | 2026-04
            fr | mai 2024                | 2024-05
            fr | le mois dernier         | 2026-04
            de | Mai 2024                | 2024-05
            de | letzten Monat           | 2026-04
            pt | maio de 2024            | 2024-05
            pt | mês passado             | 2026-04
            ar | مايو ٢٠٢٤               | 2024-05
            ar | الشهر الماضي            | 2026-04
            hi | मई 2024                 | 2024-05
            hi | पिछले महीने             | 2026-04
            zh | 2024年5月               | 2024-05
            zh | 上个月                  | 2026-04
            """)
    void months_are_read_in_each_language(String language, String reply, String expected) {
        Talk ana = Talk.byText(survey(language, MONTH));

        ana.text(reply);

        assertThat(understood(ana)).isEqualTo(expected);
    }

    private static String understood(Talk talk) {
        return talk.session().answer("since").map(value -> value.text()).orElseGet(() -> {
            String likely = talk.session().progress().unconfirmed().stream()
                    .map(answer -> answer.value().text())
                    .reduce((first, second) -> first + " or " + second)
                    .orElse("");
            return likely.isEmpty() ? "" : likely + "?";
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | You said May 2024.
            es | You said mayo de 2024.
            fr | You said mai 2024.
            de | You said Mai 2024.
            pt | You said maio de 2024.
            ar | You said مايو 2024.
            hi | You said मई 2024.
            zh | You said 2024年5月.
            """)
    void a_month_is_said_as_usual_in_the_language(String language, String said) {
        assertThat(Talk.byText(survey(language, MONTH)).text("2024-05")).isEqualTo(said);
    }

    @Test
    void a_month_outside_the_range_is_named() {
        Talk ana = Talk.byText(
                survey("en", MONTH.replace("'month'}", "'month','earliest':'2024-01','latest':'2026-05'}")));

        assertThat(ana.text("December 2023"))
                .isEqualTo("December 2023 is too early. Please answer with a month from January 2024 to May 2026.");
        assertThat(ana.text("June 2026")).startsWith("June 2026 is too late.");
        assertThat(ana.text("December")).isEqualTo("You said December 2025.");
    }

    @Test
    void what_is_no_month_gets_an_example() {
        assertThat(Talk.byText(survey("en", MONTH)).text("a while"))
                .isEqualTo("Please answer with a month and a year, such as 05/2026.");
    }

    @Test
    void on_a_call_six_keys_are_a_month() {
        assertThat(Talk.byCall(survey("en", MONTH)).input(Input.keys("052024"))).isEqualTo("You said May 2024.");
        assertThat(Talk.byCall(survey("zh", MONTH)).input(Input.keys("202405"))).isEqualTo("You said 2024年5月.");
        assertThat(Talk.byCall(survey("en", MONTH)).input(Input.speech("may twenty twenty four", 0.9)))
                .isEqualTo("You said May 2024.");
    }

    @Test
    void months_can_be_compared() {
        Survey survey = survey(
                "en",
                "{'id':'since','kind':'month'},"
                        + "{'id':'early','kind':'statement','when':{'answer':'since','lessThan':'2020-01'}},"
                        + "{'id':'more','kind':'text'}");

        assertThat(Talk.byText(survey).text("May 2019")).isEqualTo("Early. You said May 2019.");
        assertThat(Talk.byText(survey).text("May 2020")).isEqualTo("You said May 2020.");
    }

    @Test
    void a_month_survives_a_round_trip_through_json() {
        Survey survey = survey("en", MONTH.replace("'month'}", "'month','earliest':'2024-01','latest':'2026-05'}"));

        assertThat(Survey.fromJson(survey.toJson()).questions()).isEqualTo(survey.questions());
        assertThat(survey.question("since"))
                .contains(Question.month("since").between(YearMonth.of(2024, 1), YearMonth.of(2026, 5)));
    }

    @Test
    void problems_have_their_place() {
        SurveyException e = catchThrowableOfType(
                SurveyException.class,
                () -> survey("en", MONTH.replace("'month'}", "'month',\n'earliest':'2024-13','latest':'May'}")));

        assertThat(e.problems())
                .extracting(Object::toString)
                .containsExactly(
                        "talk.json:2: questions[0].earliest is \"2024-13\", which is not a month such as 2026-12",
                        "talk.json:2: questions[0].latest is \"May\", which is not a month such as 2026-12");
    }
}
