package dev.parlance.survey.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.prompt.Prompts;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Jump;
import dev.parlance.survey.question.Question;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlowChartTest {
    private static final Prompts PROMPTS = Prompts.of(Map.of(
            "en",
            Map.of(
                    "taste", "Taste?",
                    "why", "Why?",
                    "tried", "What?",
                    "tried.tea", "Tea",
                    "tried.cake", "Cake",
                    "again", "Again {item}?",
                    "age", "How old?")));

    @Test
    void questions_are_connected_in_order_and_show_their_conditions() {
        Survey survey = Survey.builder("short")
                .prompts(PROMPTS)
                .ask(Question.rating("taste", 1, 5))
                .ask(Question.text("why")
                        .when(Condition.answer("taste").atMost(2))
                        .optional())
                .build();

        assertThat(FlowChart.of(survey)).isEqualTo("""
                flowchart TD
                  START_(["short"])
                  q_taste["taste<br/>rating"]
                  q_why{{"why<br/>text, optional<br/>if taste is at most 2"}}
                  END_(["end"])
                  START_ --> q_taste
                  q_taste --> q_why
                  q_why --> END_
                """);
    }

    @Test
    void jumps_show_condition_and_target_and_an_unconditional_jump_is_the_only_arrow() {
        Survey survey = Survey.builder("jumps")
                .prompts(PROMPTS)
                .ask(Question.number("age", 0, 120)
                        .jumpTo(Condition.answer("age").atMost(17), Jump.SCREEN_OUT)
                        .jumpTo(Condition.answer("age").atLeast(65), "taste"))
                .ask(Question.text("why").jumpTo(Jump.END))
                .ask(Question.rating("taste", 1, 5))
                .build();

        assertThat(FlowChart.of(survey).lines().map(String::strip))
                .contains(
                        "q_age -->|\"age is at most 17 → screenOut\"| END_",
                        "q_age -->|\"age is at least 65\"| q_taste",
                        "q_age --> q_why",
                        "q_why --> END_")
                .doesNotContain("q_why --> q_taste");
    }

    @Test
    void a_group_is_a_box_with_its_number_of_rounds() {
        Survey survey = Survey.builder("groups")
                .prompts(PROMPTS)
                .ask(Question.choices("tried", "tea", "cake"))
                .ask(Group.of("each", Question.yesNo("again")).repeat(Repeat.forEach("tried")))
                .build();

        assertThat(FlowChart.of(survey).lines().map(String::strip))
                .containsSequence(
                        "subgraph q_each_group[\"each, for each of tried\"]", "q_again[\"again<br/>yesNo\"]", "end");
    }

    @Test
    void conditions_read_as_sentences() {
        Condition both = new Condition.All(List.of(
                Condition.answer("drink").in("tea", "coffee"),
                new Condition.Any(List.of(new Condition.OnLanguage("es"), Condition.answer("why"))),
                new Condition.Not(Condition.variable("plan").is("gold"))));

        assertThat(both.description())
                .isEqualTo("drink is tea or coffee and (in es or why was answered) and not (plan is gold)");
    }
}
