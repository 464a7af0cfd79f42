package dev.parlance.survey.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.Address;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.Channel;
import dev.parlance.survey.Rendering;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.machine.Turn;
import dev.parlance.survey.machine.TurnInputs;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Operand;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.state.Person;
import dev.parlance.survey.state.SessionState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that a survey computes from answers. */
class ComputationTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Map<String, String> PROMPTS = Map.ofEntries(
            Map.entry("a", "A?"),
            Map.entry("b", "B?"),
            Map.entry("c", "C?"),
            Map.entry("born", "Born?"),
            Map.entry("due", "Due?"),
            Map.entry("name", "Name?"),
            Map.entry("signs", "Signs?"),
            Map.entry("signs.cough", "Cough"),
            Map.entry("signs.fever", "Fever"),
            Map.entry("signs.rash", "Rash"),
            Map.entry("told", "Score {score}, {level}."),
            Map.entry("score.unanswered", "none"),
            Map.entry("level.unanswered", "none"),
            Map.entry("level.high", "very high"));

    private static final String QUESTIONS = """
            {"id": "a", "kind": "number", "least": 0, "most": 10, "optional": true},
            {"id": "b", "kind": "number", "least": 0, "most": 10, "optional": true},
            """;

    private static Survey survey(String questions) {
        return Survey.parse("s.json", """
                {"name": "s", "opening": "guess", "variables": {"start": "3", "first": "Ana"}, "questions": [%s]}
                """.formatted(questions), Prompts.of(Map.of("en", PROMPTS)));
    }

    /** The session after these answers. */
    private static Session answered(Survey survey, String... answers) {
        return last(survey, answers).session();
    }

    private static Turn.Done last(Survey survey, String... answers) {
        Person person = new Person("en", true, Optional.empty(), Map.of(), 1);
        Session session = SessionState.create("s", Address.of("+15005550006"), survey.revision(), person, Channel.TEXT);
        Turn.Done turn = SurveyMachine.advance(survey, session, Input.contact(), TurnInputs.at(NOW))
                .done();
        for (String answer : answers) {
            turn = SurveyMachine.advance(survey, turn.session(), Input.text(answer), TurnInputs.at(NOW))
                    .done();
        }
        return turn;
    }

    private static String value(String formula, String... answers) {
        return answered(survey(QUESTIONS + "{\"id\": \"x\", \"kind\": \"compute\", " + formula + "}"), answers)
                .answer("x")
                .map(Value::text)
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "sum": ["a", "b"]                             | 4    | 3    | 7
            "sum": ["a", "b", 10, {"variable": "start"}]  | 4    | 3    | 20
            "sum": {"a": 2, "b": -1}                      | 4    | 3    | 5
            "sum": ["a", "b"]                             | 4    | skip | ``
            "sum": ["a", "b"], "needs": 1                 | 4    | skip | 4
            "mean": ["a", "b"]                            | 4    | 3    | 3.5
            "mean": ["a", "b", 0], "decimals": 1          | 4    | 4    | 2.7
            "mean": {"a": 3, "b": 1}                      | 4    | 0    | 3
            "mean": ["a", "b"], "needs": 1                | skip | 5    | 5
            "least": ["a", "b"]                           | 4    | 3    | 3
            "greatest": ["a", "b"]                        | 4    | 3    | 4
            "product": ["a", "b"]                         | 4    | 3    | 12
            "difference": ["a", "b"]                      | 4    | 9    | -5
            "difference": ["a", {"variable": "start"}]    | 4    | 9    | 1
            "quotient": ["a", "b"]                        | 4    | 3    | 1.33
            "quotient": ["a", "b"], "decimals": 0         | 5    | 2    | 3
            "quotient": ["a", "b"]                        | 4    | 0    | ``
            "count": ["a", "b"]                           | 4    | skip | 1
            "count": ["a", "b"], "in": [4, 5]             | 4    | 4    | 2
            "first": ["a", "b", 1]                        | skip | 3    | 3
            "first": ["a", "b", 1]                        | skip | skip | 1
            "of": "a", "bands": {"low": 2, "high": 5}     | 4    | 0    | low
            "of": "a", "bands": {"low": 2, "high": 5}     | 5    | 0    | high
            "of": "a", "bands": {"low": 2, "high": 5}     | 1    | 0    | ``
            "text": "{first}: {a}/{b}"                    | 4    | 3    | Ana: 4/3
            "text": "{a}/{b}"                             | 4    | skip | ``
            "cases": [{"when": {"answer": "a", "moreThan": {"answer": "b"}}, "value": "up"}, {"value": "down"}] | 4 | 3 | up
            "cases": [{"when": {"answer": "a", "moreThan": {"answer": "b"}}, "value": "up"}, {"value": "down"}] | 3 | 3 | down
            "cases": [{"when": {"answer": "a", "is": {"answer": "b"}}, "value": {"answer": "a"}}] | 3 | 3 | 3
            """)
    void each_formula_has_a_value_if_what_it_needs_is_known(String formula, String a, String b, String value) {
        assertThat(value(formula, a, b)).isEqualTo(value);
    }

    @Test
    void ages_and_distances_are_counted_to_today() {
        Survey survey = survey("""
                {"id": "born", "kind": "date"}, {"id": "due", "kind": "date"},
                {"id": "age", "kind": "compute", "yearsSince": "born"},
                {"id": "months", "kind": "compute", "monthsSince": "born"},
                {"id": "late", "kind": "compute", "daysSince": "due"},
                {"id": "between", "kind": "compute", "difference": ["due", "born"]}
                """);

        Session session = answered(survey, "2000-11-22", "2026-11-01");

        assertThat(session.answers())
                .extractingFromEntries(
                        entry -> entry.getKey() + "=" + entry.getValue().value().text())
                .contains("age=25", "months=311", "late=20", "between=9475");
    }

    @Test
    void points_of_chosen_options_are_added() {
        Survey survey = survey("""
                {"id": "signs", "kind": "choices", "options": ["cough", "fever", "rash"]},
                {"id": "points", "kind": "compute", "of": "signs", "points": {"cough": 1, "fever": 2.5, "rash": 1}},
                {"id": "many", "kind": "compute", "count": ["signs"]},
                {"id": "warning", "kind": "compute", "count": ["signs"], "in": ["fever", "rash"]}
                """);

        Session session = answered(survey, "fever and cough");

        assertThat(session.answer("points")).contains(Value.of("3.5"));
        assertThat(session.answer("many")).contains(Value.of("2"));
        assertThat(session.answer("warning")).contains(Value.of("1"));
    }

    private static final String SCORED = QUESTIONS + """
            {"id": "score", "kind": "compute", "sum": ["a", "b"]},
            {"id": "level", "kind": "compute", "of": "score", "bands": {"low": 0, "high": 10}},
            {"id": "c", "kind": "yesNo", "when": {"answer": "level", "is": "high"}},
            {"id": "told", "kind": "statement"}
            """;

    @Test
    void conditions_prompts_results_and_events_use_computed_values() {
        Survey survey = survey(SCORED);

        Turn.Done asked = last(survey, "6", "5");
        assertThat(Rendering.of(survey, asked).messages())
                .singleElement()
                .asString()
                .startsWith("C?");
        assertThat(asked.events())
                .extracting(event -> event.answer().map(Answer::question).orElse(""))
                .containsExactly("b", "score", "level");
        assertThat(asked.session().answers().get("score").inputMethod()).isEqualTo(Answer.InputMethod.COMPUTED);

        Turn.Done high = last(survey, "6", "5", "yes");
        assertThat(Rendering.of(survey, high).messages())
                .singleElement()
                .asString()
                .startsWith("Score 11, very high.");
        Turn.Done low = last(survey, "2", "1");
        assertThat(Rendering.of(survey, low).messages())
                .singleElement()
                .asString()
                .startsWith("Score 3, low.");
    }

    @Test
    void a_changed_answer_changes_what_follows_from_it() {
        Session corrected = answered(survey(SCORED), "6", "5", "back", "1");

        assertThat(corrected.answer("score")).contains(Value.of("7"));
        assertThat(corrected.answer("level")).contains(Value.of("low"));
        assertThat(corrected.isOver()).isTrue();
    }

    @Test
    void what_was_computed_is_forgotten_when_its_answer_is_taken_back() {
        Session skipped = answered(survey(SCORED), "6", "5", "back", "skip");

        assertThat(skipped.answers()).doesNotContainKeys("score", "level");
    }

    @Test
    void a_computed_value_is_no_answer_of_the_person() {
        Survey survey = survey("""
                {"id": "one", "kind": "compute", "first": [1]},
                {"id": "a", "kind": "number", "least": 0, "most": 10, "optional": true}
                """);

        assertThat(answered(survey).hasAnswers()).isFalse();
        Survey without =
                survey("{\"id\": \"a\", \"kind\": \"number\", \"least\": 0, \"most\": 10, \"optional\": true}");
        assertThat(answered(survey, "skip").disposition())
                .isEqualTo(answered(without, "skip").disposition())
                .isNotEqualTo(Disposition.COMPLETED);
        assertThat(answered(survey, "back").question()).isEqualTo("a");
    }

    @Test
    void each_round_of_a_group_has_its_own_value() {
        Survey survey = survey("""
                {"group": "pair", "repeat": {"times": 2}, "questions": [
                  {"id": "a", "kind": "number", "least": 0, "most": 10},
                  {"id": "twice", "kind": "compute", "sum": ["a", "a"]}
                ]}
                """);

        Session session = answered(survey, "2", "5");

        assertThat(session.answer("pair.1.twice")).contains(Value.of("4"));
        assertThat(session.answer("pair.2.twice")).contains(Value.of("10"));
    }

    @Test
    void the_sum_of_scales_is_a_scale_that_is_counted() {
        Survey survey = survey(SCORED);

        assertThat(survey.question("score").orElseThrow().answers().all()).hasSize(21);
        assertThat(survey.question("level").orElseThrow().answers().all()).containsExactly("low", "high");
    }

    @Test
    void a_formula_can_be_built_in_code() {
        Map<String, String> prompts = new HashMap<>(PROMPTS);
        Survey built = Survey.builder("s")
                .prompts(Prompts.of(Map.of("en", prompts)))
                .ask(
                        Question.number("a", 0, 10).optional(),
                        Question.number("b", 0, 10).optional())
                .ask(
                        Computation.of("score", Formula.sum("a", "b")),
                        Computation.of("level", Formula.bands("score", Map.of("high", 10, "low", 0))))
                .ask(Question.yesNo("c").when(Condition.answer("level").is("high")), Question.statement("told"))
                .build();

        assertThat(Survey.fromJson(built.toJson()).groups()).isEqualTo(built.groups());
        assertThat(built.groups()).isEqualTo(survey(SCORED).groups());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "sum": ["name"]                          | questions[2].sum uses "name", whose values are words, not numbers
            "sum": ["born"]                          | questions[2].sum uses "born", whose values are dates, not numbers
            "sum": ["a"]                             | questions[2].sum refers to question "a", which does not exist
            "sum": ["x"]                             | questions[2].sum refers to question "x", which is never asked before this point
            "sum": []                                | questions[2].sum needs at least one question
            "sum": ["name"], "needs": 2              | questions[2].needs is 2, more than there are values
            "mean": [{"variable": "age"}]            | questions[2].mean refers to variable "age", which "variables" does not declare
            "yearsSince": "name"                     | questions[2].yearsSince uses "name", whose values are words, not dates
            "difference": ["born"]                   | questions[2].difference needs exactly two questions
            "difference": ["born", "name"]           | questions[2].difference uses "name", whose values are words, not dates
            "of": "name", "bands": {"low": 0}        | questions[2].of uses "name", whose values are words, not numbers
            "of": "x", "bands": {"b": 5, "a": 1}     | questions[2].bands.a starts at 1, which is not above 5, where the band before it starts
            "bands": {"low": 0}                      | questions[2] needs "of"
            "of": "name", "points": {"low": 0}       | questions[2].of uses "name", which has no options
            "text": "{nobody}"                       | questions[2].text refers to question "nobody", which does not exist
            "cases": [{"value": 1}, {"value": 2}]    | questions[2].cases[0] always holds, so the cases after it are never reached
            "cases": [{"when": {"answer": "name", "atLeast": 1}, "value": 2}] | questions[2].cases[0].when compares "name" with "1", but its answers are not numbers
            "sum": ["born"], "count": ["name"]       | questions[2] needs only one of sum, mean
            "median": ["name"]                       | questions[2] needs one of sum, mean
            """)
    void what_can_not_be_computed_is_a_problem_with_its_place(String formula, String problem) {
        String questions = """
                {"id": "name", "kind": "text"}, {"id": "born", "kind": "date"},
                {"id": "x", "kind": "compute", %s}
                """.formatted(formula);

        assertThatThrownBy(() -> survey(questions))
                .isInstanceOf(SurveyException.class)
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"answer": "due", "atMost": {"daysFromToday": 7}}                 | 2026-11-28 | true
            {"answer": "due", "atMost": {"daysFromToday": 7}}                 | 2026-11-29 | false
            {"answer": "due", "moreThan": "2026-11-28"}                       | 2026-11-29 | true
            {"answer": "due", "lessThan": "2026-11-28"}                       | 2026-11-28 | false
            {"daysFromToday": 0, "atLeast": "2026-11-01", "atMost": "2026-11-30"} | 2026-11-28 | true
            {"daysFromToday": 0, "atLeast": "2026-12-01"}                     | 2026-11-28 | false
            {"variable": "start", "atLeast": 3}                               | 2026-11-28 | true
            {"variable": "start", "moreThan": 3}                              | 2026-11-28 | false
            {"variable": "first", "in": ["Ana", "Bea"]}                       | 2026-11-28 | true
            {"variable": "first"}                                             | 2026-11-28 | true
            """)
    void conditions_compare_answers_variables_and_days(String condition, String due, boolean holds) {
        Survey survey = survey("""
                {"id": "due", "kind": "date"}, {"id": "a", "kind": "yesNo", "when": %s}
                """.formatted(condition));

        assertThat(answered(survey, due).isOver()).isNotEqualTo(holds);
        assertThat(Survey.fromJson(survey.toJson()).groups()).isEqualTo(survey.groups());
    }

    @Test
    void a_condition_in_words_names_what_it_compares() {
        assertThat(List.of(
                        Condition.answer("due").atMost(Operand.daysFromToday(-1)),
                        Condition.answer("now").lessThan(Operand.answer("then")),
                        Condition.today().atLeast(Operand.fixed("2026-12-01"))))
                .extracting(Condition::description)
                .containsExactly(
                        "due is at most 1 day before today", "now is less than then", "today is at least 2026-12-01");
    }
}
