package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.AskContext;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.question.NumberQuestion;
import dev.parlance.survey.question.Operand;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.words.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits that are known when the question is asked: today, an earlier answer, a variable. On 13 May 2026. */
class LimitsFromElsewhereTest {
    private static final String TODAY = "{'daysFromToday':0}";

    private static Survey survey(String questions) {
        return Talk.survey("en", Map.of("a", "A?", "b", "B?"), questions);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            date      | latest   | 3 June              | 2025-06-03
            date      | earliest | 3 March             | 2027-03-03
            dateRange | latest   | 3 to 10 June        | 2025-06-03, 2025-06-10
            dateRange | earliest | from 3 to 10 March  | 2027-03-03, 2027-03-10
            month     | latest   | June                | 2025-06
            month     | earliest | March               | 2027-03
            year      | latest   | 30                  | 1930
            """)
    void today_settles_what_a_reply_leaves_open(String kind, String limit, String reply, String value) {
        Talk ana = Talk.byText(
                survey("{'id':'a','kind':'" + kind + "','" + limit + "':" + TODAY + "},{'id':'b','kind':'text'}"));

        ana.text(reply);

        assertThat(ana.answer("a")).isEqualTo(value);
    }

    @Test
    void a_day_after_today_is_refused_with_the_reason() {
        Talk ana = Talk.byText(survey("{'id':'a','kind':'date','latest':" + TODAY + "},{'id':'b','kind':'text'}"));

        assertThat(ana.text("2026-06-03")).contains("June 3, 2026").contains("too late");
        assertThat(ana.session().answers()).doesNotContainKey("a");
    }

    @Test
    void a_departure_is_not_before_the_arrival() {
        Talk ana = Talk.byText(
                survey(
                        "{'id':'a','kind':'date'},{'id':'b','kind':'date','earliest':{'answer':'a'}},{'id':'c','kind':'text','prompt':'a'}"));
        ana.text("2026-05-20");

        assertThat(ana.text("2026-05-19")).contains("too early");
        assertThat(ana.text("the 22nd")).isEqualTo("A?");
        assertThat(ana.answer("b")).isEqualTo("2026-05-22");
    }

    @Test
    void a_month_stands_for_all_of_its_days() {
        Talk ana = Talk.byText(survey(
                "{'id':'a','kind':'month'},{'id':'b','kind':'date','earliest':{'answer':'a'},'latest':{'answer':'a'}},"
                        + "{'id':'c','kind':'text','prompt':'a'}"));
        ana.text("2026-02");

        assertThat(ana.text("2026-03-01")).contains("February 1, 2026").contains("February 28, 2026");
        assertThat(ana.text("28 February")).isEqualTo("A?");
    }

    @Test
    void a_number_is_at_most_an_earlier_answer() {
        Talk ana = Talk.byText(survey(
                "{'id':'a','kind':'number','least':1,'most':20},{'id':'b','kind':'number','least':0,'most':{'answer':'a'}},"
                        + "{'id':'c','kind':'text','prompt':'a'}"));
        ana.text("4");

        assertThat(ana.text("5")).contains("5").contains("from 0 to 4");
        assertThat(ana.text("3")).isEqualTo("A?");
    }

    @Test
    void a_call_waits_for_as_many_keys_as_the_limit_has() {
        Words words = survey("{'id':'a','kind':'text'}").words("en");
        AskContext context = new AskContext(words, Medium.VOICE, LocalDate.of(2026, 5, 13), 0);
        NumberQuestion people = Question.number("people", 0, 20_000);

        assertThat(people.expects(context).digits()).isEqualTo(5);
        assertThat(people.most(Operand.fixed(new BigDecimal(40)))
                        .expects(context)
                        .digits())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'variable':'due'}
            {'daysFromToday':-40}
            """)
    void an_unknown_or_contradictory_limit_does_not_apply(String latest) {
        String json = "{'name':'talk','opening':'guess','variables':{'due':''},'questions':["
                + "{'id':'a','kind':'date','earliest':'2026-05-01','latest':" + latest + "}]}";
        Survey survey = Survey.parse("talk.json", json.replace('\'', '"'), Prompts.of(Map.of("en", Map.of("a", "A?"))));
        Talk ana = Talk.byText(survey);

        ana.text("2026-05-20");

        assertThat(ana.answer("a")).isEqualTo("2026-05-20");
    }

    @Test
    void limits_survive_a_round_trip_through_json() {
        Survey survey = survey("{'id':'a','kind':'number','least':1},{'id':'b','kind':'year','latest':" + TODAY + "},"
                + "{'id':'c','kind':'number','prompt':'a','least':1,'most':{'answer':'a'}}");

        assertThat(survey.question("b")).contains(Question.year("b").latest(Operand.daysFromToday(0)));
        assertThat(Survey.fromJson(survey.toJson()).questions()).isEqualTo(survey.questions());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'kind':'date','latest':{'answer':'z'}        | questions[0].latest refers to question "z"
            'kind':'date','latest':{'answer':'b'}        | questions[0].latest
            'kind':'date','latest':{'minutesFromNow':5}  | questions[0].latest is "5 minutes from now", whose values are times, not dates or months
            'kind':'number','most':{'daysFromToday':5}   | questions[0].most is "5 days after today", whose values are dates, not numbers
            'kind':'date','latest':{'variable':'z'}      | questions[0].latest refers to variable "z", which "variables" does not declare
            'kind':'date','latest':{'nothing':'z'}       | questions[0].latest needs one of answer, variable
            'kind':'rating','least':1,'most':{'answer':'b'} | questions[0].most must be a number
            """)
    void problems_have_their_place(String fields, String problem) {
        assertThatThrownBy(() -> survey("{'id':'a'," + fields + "},{'id':'b','kind':'date'}"))
                .hasMessageContaining(problem);
    }
}
