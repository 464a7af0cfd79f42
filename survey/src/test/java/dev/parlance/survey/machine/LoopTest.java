package dev.parlance.survey.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.Address;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.Channel;
import dev.parlance.survey.Rendering;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.state.Person;
import dev.parlance.survey.state.SessionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Groups that are asked for each item of a list, and the place of a question in the survey. */
class LoopTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Map<String, String> ENGLISH = Map.of(
            "meals.lunch", "lunch",
            "meals.dinner", "dinner",
            "rice", "{n}/{total}: rice at {item}?",
            "names", "Who lives with you?",
            "age", "How old is {item}?",
            "drink", "({questionNumber}/{questionCount}) Do you drink tea?",
            "kind", "({questionNumber}/{questionCount}) Which?",
            "sugar", "({questionNumber}/{questionCount}) Sugar?",
            "note", "Nearly done.");
    private static final Map<String, String> SPANISH =
            changed(Map.of("meals.lunch", "la comida", "meals.dinner", "la cena"));

    private static Map<String, String> changed(Map<String, String> some) {
        Map<String, String> prompts = new HashMap<>(ENGLISH);
        prompts.putAll(some);
        return prompts;
    }

    private static Survey survey(String questions) {
        return Survey.parse(
                "s.json",
                "{\"name\": \"s\", \"opening\": \"guess\", \"questions\": [" + questions + "]}",
                Prompts.of(Map.of("en", ENGLISH, "es", SPANISH)));
    }

    private static List<String> asked(Survey survey, String language, String... answers) {
        Person person = new Person(language, true, Optional.empty(), Map.of(), 1);
        Session session = SessionState.create("s", Address.of("+15005550006"), survey.revision(), person, Channel.TEXT);
        List<String> asked = new ArrayList<>();
        for (int i = 0; i <= answers.length; i++) {
            Input input = i == 0 ? Input.contact() : Input.text(answers[i - 1]);
            Turn.Done turn = SurveyMachine.advance(survey, session, input, TurnInputs.at(NOW))
                    .done();
            asked.add(String.join(" ", Rendering.of(survey, turn).messages()).replaceAll("\\s+", " "));
            session = turn.session();
        }
        return asked;
    }

    private static final String MEALS = """
            {"group": "meals", "repeat": {"forEach": ["lunch", "dinner"]},
             "questions": [{"id": "rice", "kind": "yesNo"}]}
            """;

    @Test
    void a_group_is_asked_for_each_item_of_a_fixed_list() {
        assertThat(asked(survey(MEALS), "en", "yes", "no")).startsWith("1/2: rice at lunch?", "2/2: rice at dinner?");
        assertThat(asked(survey(MEALS), "es", "sí"))
                .containsExactly("1/2: rice at la comida?", "2/2: rice at la cena?");
    }

    @Test
    void a_fixed_list_is_written_as_it_was_read() {
        Survey survey = survey(MEALS);

        assertThat(Survey.fromJson(survey.toJson()).groups()).isEqualTo(survey.groups());
        assertThat(survey.flowChart()).contains("meals, for each of lunch, dinner");
    }

    @Test
    void each_item_of_a_fixed_list_needs_a_prompt() {
        assertThatThrownBy(() -> survey(MEALS.replace("\"dinner\"", "\"dinner\", \"tea\"")))
                .isInstanceOf(SurveyException.class)
                .hasMessageContaining(
                        "questions[0].repeat needs the prompt \"meals.tea\", which is missing in en and es");
        assertThatThrownBy(() -> survey(MEALS.replace("\"dinner\"", "\"lunch\"")))
                .hasMessageContaining("lists an item twice");
        assertThatThrownBy(() -> survey(MEALS.replace("\"lunch\", \"dinner\"", "")))
                .hasMessageContaining("needs 1 to 50 items in \"forEach\", not 0");
    }

    @Test
    void a_group_is_asked_for_each_word_that_was_given() {
        Survey survey = survey("""
                {"id": "names", "kind": "text"},
                {"group": "each", "repeat": {"forEach": "names"},
                 "questions": [{"id": "age", "kind": "number", "least": 0, "most": 120}]}
                """);

        assertThat(asked(survey, "en", "Ana, Ben and Cem", "30", "31", "4"))
                .startsWith("Who lives with you?", "How old is Ana?", "How old is Ben?", "How old is Cem?");
        assertThat(asked(survey, "es", "Ana y Ben", "30")).endsWith("How old is Ana?", "How old is Ben?");
    }

    @Test
    void a_question_knows_its_place_and_how_many_there_are_as_things_stand() {
        Survey survey = survey("""
                {"id": "drink", "kind": "yesNo"},
                {"id": "kind", "kind": "text", "when": {"answer": "drink", "is": "yes"}},
                {"id": "note", "kind": "statement"},
                {"id": "sugar", "kind": "yesNo"}
                """);

        assertThat(asked(survey, "en", "yes", "green", "back"))
                .containsExactly(
                        "(1/2) Do you drink tea?", "(2/3) Which?", "Nearly done. (3/3) Sugar?", "(2/3) Which?");
        assertThat(asked(survey, "en", "no")).endsWith("Nearly done. (2/2) Sugar?");
    }
}
