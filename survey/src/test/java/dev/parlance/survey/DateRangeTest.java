package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** First and last days, on Wednesday, 13 May 2026. */
class DateRangeTest {
    private static final String STAY = "{'id':'stay','kind':'dateRange'},{'id':'more','kind':'text'}";

    private static Survey survey(String language, String questions) {
        return Talk.survey(language, Map.of("stay", "When?", "more", "You said {stay}."), questions);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 3 to 10 May                          | 2026-05-03, 2026-05-10
            en | May 3-10                             | 2026-05-03, 2026-05-10
            en | from May 3 until June 2              | 2026-05-03, 2026-06-02
            en | between the 3rd and the 10th of May  | 2026-05-03, 2026-05-10
            en | 2026-05-03 - 2026-05-10              | 2026-05-03, 2026-05-10
            en | 5/3/2026 to 5/10/2026                | 2026-05-03, 2026-05-10
            en | 28 December to 3 January 2027        | 2026-12-28, 2027-01-03
            en | today until tomorrow                 | 2026-05-13, 2026-05-14
            en | from Monday until Friday             | 2026-05-11, 2026-05-15?
            en | 3 May                                | ''
            en | a week                               | ''
            es | del 3 al 10 de mayo                  | 2026-05-03, 2026-05-10
            fr | du 3 au 10 mai                       | 2026-05-03, 2026-05-10
            de | vom 3. bis zum 10. Mai               | 2026-05-03, 2026-05-10
            pt | de 3 a 10 de maio                    | 2026-05-03, 2026-05-10
            ar | من ٣ إلى ١٠ مايو                     | 2026-05-03, 2026-05-10
            hi | 3 मई से 10 मई तक                     | 2026-05-03, 2026-05-10
            zh | 从5月3日到10日                       | 2026-05-03, 2026-05-10
            """)
    void two_days_are_read_in_each_language(String language, String reply, String expected) {
        Talk ana = Talk.byText(survey(language, STAY));

        ana.text(reply);

        assertThat(understood(ana)).isEqualTo(expected);
    }

    private static String understood(Talk talk) {
        return talk.session().answer("stay").map(Value::text).orElseGet(() -> {
            String likely = talk.session().progress().unconfirmed().stream()
                    .map(answer -> answer.value().text())
                    .collect(Collectors.joining(" or "));
            return likely.isEmpty() ? "" : likely + "?";
        });
    }

    @Test
    void an_answer_has_two_parts() {
        Talk ana = Talk.byText(survey("en", STAY));

        assertThat(ana.text("3 to 10 May")).isEqualTo("You said May 3, 2026 - May 10, 2026.");
        assertThat(ana.session().answer("stay")).contains(new Value(List.of("2026-05-03", "2026-05-10")));
    }

    @Test
    void days_in_the_wrong_order_or_outside_the_valid_ones_are_named() {
        Survey survey = survey("en", STAY.replace("Range'}", "Range','earliest':'2026-05-01','latest':'2026-05-31'}"));

        assertThat(Talk.byText(survey).text("10 May to 3 May"))
                .isEqualTo("May 10, 2026 is after May 3, 2026."
                        + " Please answer with the first and the last day, such as 05/13/2026 - 05/15/2026.");
        assertThat(Talk.byText(survey).text("28 April to 3 May")).startsWith("April 28, 2026 is too early.");
        assertThat(Talk.byText(survey).text("28 May to 3 June")).startsWith("June 3, 2026 is too late.");
    }

    @Test
    void on_a_call_eight_keys_are_a_day() {
        assertThat(Talk.byCall(survey("en", STAY)).input(Input.keys("0503202605102026")))
                .isEqualTo("You said May 3, 2026 - May 10, 2026.");
        assertThat(Talk.byCall(survey("en", STAY)).input(Input.speech("may third to may tenth", 0.9)))
                .isEqualTo("You said May 3, 2026 - May 10, 2026.");
    }

    @Test
    void the_first_and_the_last_day_can_be_computed_with() {
        Survey survey = survey(
                "en",
                "{'id':'stay','kind':'dateRange'},"
                        + "{'id':'arrival','kind':'compute','of':'stay','part':'first'},"
                        + "{'id':'departure','kind':'compute','of':'stay','part':'last'},"
                        + "{'id':'nights','kind':'compute','difference':['departure','arrival']},{'id':'more','kind':'text'}");
        Talk ana = Talk.byText(survey);

        ana.text("3 to 10 May");

        assertThat(ana.answer("nights")).isEqualTo("7");
    }

    @Test
    void two_days_survive_a_round_trip_through_json() {
        Survey survey = survey("en", STAY.replace("Range'}", "Range','earliest':'2026-05-01','latest':'2026-05-31'}"));

        assertThat(Survey.fromJson(survey.toJson()).questions()).isEqualTo(survey.questions());
        assertThat(survey.question("stay"))
                .contains(Question.dateRange("stay").between(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31)));
    }

    @Test
    void problems_have_their_place() {
        SurveyException e = catchThrowableOfType(
                SurveyException.class, () -> survey("en", STAY.replace("Range'}", "Range',\n'earliest':'May'}")));

        assertThat(e.problems())
                .extracting(Object::toString)
                .containsExactly(
                        "talk.json:2: questions[0].earliest is \"May\", which is not a date such as 2026-12-24");
    }
}
