package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Operand;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions on the time of day. It is noon in these conversations. */
class TimeOfDayTest {
    private static final Map<String, String> PROMPTS =
            Map.of("lunch", "When was lunch?", "why", "Why?", "last", "Anything else?");

    private static Survey survey(String condition) {
        return Talk.survey(
                "en",
                PROMPTS,
                "{'id':'lunch','kind':'time'},{'id':'why','kind':'text','when':" + condition
                        + "},{'id':'last','kind':'text'}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'minutesFromNow':0,'atLeast':'12:00'}                    | true
            {'minutesFromNow':0,'moreThan':'12:00'}                   | false
            {'minutesFromNow':0,'atLeast':'09:00','lessThan':'12:30'} | true
            {'minutesFromNow':0,'lessThan':'09:00'}                   | false
            {'minutesFromNow':30,'is':'12:30'}                        | true
            {'answer':'lunch','lessThan':{'minutesFromNow':-60}}      | true
            {'answer':'lunch','lessThan':{'minutesFromNow':-120}}     | false
            """)
    void a_condition_compares_the_time_of_day(String condition, boolean holds) {
        Survey survey = survey(condition);

        String reply = Talk.byText(survey).text("10:30 am");

        assertThat(reply).isEqualTo(holds ? "Why?" : "Anything else?");
        assertThat(Survey.fromJson(survey.toJson()).groups()).isEqualTo(survey.groups());
    }

    @Test
    void a_comparison_with_something_else_is_a_problem() {
        assertThatThrownBy(() -> survey("{'minutesFromNow':0,'atLeast':9}"))
                .hasMessageContaining("compares \"the time\" with \"9\", but the latter are not times");
        assertThatThrownBy(() -> survey("{'minutesFromNow':2000,'atLeast':'09:00'}"))
                .hasMessageContaining("must be a whole number from -1439 to 1439");
    }

    @Test
    void a_condition_in_words_names_the_time() {
        assertThat(Condition.timeOfDay().atLeast(Operand.fixed(LocalTime.NOON)).description())
                .isEqualTo("the time is at least 12:00");
        assertThat(Condition.answer("lunch")
                        .lessThan(Operand.minutesFromNow(-60))
                        .description())
                .isEqualTo("lunch is less than 60 minutes ago");
    }
}
