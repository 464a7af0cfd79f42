package dev.parlance.survey.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurveyReaderTest {
    private static final Map<String, String> WORDS = Map.of(
            "a", "A?", "b", "B?", "c", "C?", "c.tea", "Tea", "c.coffee", "Coffee", "s", "So.", "named", "Hello {name}");

    private static final List<String> PIECES = List.of(
            "",
            "\"",
            "{",
            "}",
            "[]",
            "null",
            "-1",
            "1e99",
            "true",
            ",",
            ":",
            "\"when\"",
            "\"to\":\"rate\"",
            "NaN",
            "\u0000");

    private static Prompts prompts(String... more) {
        Map<String, String> english = new HashMap<>(WORDS);
        for (int i = 0; i < more.length; i += 2) {
            english.put(more[i], more[i + 1]);
        }
        return Prompts.of(Map.of("en", english));
    }

    private static List<String> problems(String json, Prompts prompts) {
        SurveyException e =
                catchThrowableOfType(SurveyException.class, () -> Survey.parse("survey.json", json, prompts));
        assertThat(e).as("the exception for an invalid survey").isNotNull();
        return e.problems().stream().map(Object::toString).toList();
    }

    private static List<String> problemsOf(String questions) {
        return problems("{\"name\":\"x\",\"questions\":[" + questions.replace('\'', '"') + "]}", prompts());
    }

    @Test
    void all_problems_are_reported_at_once_with_their_lines() {
        assertThat(problems("""
                        {
                          "name": "x",
                          "colour": "red",
                          "questions": [
                            {"id": "a", "kind": "smell"},
                            {"id": "b", "kind": "rating", "least": 1,
                             "next": "q9"},
                            {"id": "d", "kind": "text"}
                          ]
                        }""", prompts()))
                .containsExactlyInAnyOrder(
                        "survey.json:3: colour is unknown here; known fields are agents, attempts, begin, calls, commands, completedAlready,"
                                + " confidence, expires, fallbackLanguage, firstQuestion, format, goodbye, interrupts, keywords, lastQuestion, name,"
                                + " nextQuestion, open, opening, partialAfter, pause, questions, quietHours, quotas,"
                                + " relevant, reminders, repeatable, scales, screenedOut, severalAnswers, tooEarly, tooLate, variables,"
                                + " waves, welcome, zone",
                        "survey.json:5: questions[0].kind is \"smell\", but must be one of assign, choice, choices, compute,"
                                + " consent, date, dateRange, email, location, matrix, media, month, nps, number, phone, ranking, rating,"
                                + " request, result, set, shares, statement, text, time, wait, year, yesNo",
                        "survey.json:6: questions[1] needs \"least\" and \"most\"",
                        "survey.json:7: questions[1].next goes to \"q9\", which does not exist",
                        "survey.json:8: questions[2] needs the prompt \"d\", which is missing in en");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'id':'a','kind':'text'},{'id':'a','kind':'text'} | is "a", which is already used
            {'id':'1a','kind':'text'} | must start with a letter
            {'id':'end','kind':'text'} | which is reserved for an end of the survey
            {'id':'a','kind':'text','next':'end'},{'id':'b','kind':'text'} | can never be asked
            {'id':'a','kind':'text','next':'a'} | is part of an endless loop
            {'id':'s','kind':'statement','next':[{'when':{'language':'en'},'to':'s'}]} | is part of an endless loop
            {'id':'a','kind':'text','when':{'channel':'voice'}},{'id':'s','kind':'statement','next':'a'},{'id':'b','kind':'text'} | is part of an endless loop
            {'id':'a','kind':'location'},{'id':'s','kind':'statement','next':[{'when':{'language':'en'},'to':'a'}]} | is part of an endless loop
            {'id':'a','kind':'text','when':{'answered':'b'}},{'id':'b','kind':'text'} | refers to question "b", which is never asked before this point
            {'id':'a','kind':'text','when':{'answered':'a'}} | which is never asked before this point
            {'id':'a','kind':'text','when':{'answered':'z'}} | which does not exist
            {'id':'a','kind':'text'},{'id':'b','kind':'text','when':{'answer':'a','atMost':3}} | its answers are not numbers
            {'id':'s','kind':'statement'},{'id':'b','kind':'text','when':{'answered':'s'}} | is a statement and has no answer
            {'id':'c','kind':'choice','options':['tea','coffee']},{'id':'b','kind':'text','when':{'answer':'c','is':'gin'}} | checks for "gin", which is not an option of "c"
            {'id':'c','kind':'choice','options':['tea']} | needs at least two options
            {'id':'c','kind':'choice','options':['tea','gin']} | needs the prompt "c.gin"
            {'id':'a','kind':'text','when':{'variable':'plan','is':'x'}} | which "variables" does not declare
            {'id':'a','kind':'text','when':{'language':'fr'}} | which has no prompts
            {'id':'a','kind':'text','pattern':'('} | is "(", which is not a regular expression
            {'id':'a','kind':'phone','country':'Narnia'} | questions[0].country is "Narnia", which is not a country such as MX or a calling code such as 52
            {'id':'a','kind':'text','prompt':'named'} | has the placeholder {name}
            {'id':'a','kind':'number','least':9,'most':1} | is greater than "most"
            {'id':'a','kind':'text','attempts':{'then':'handOver'}} | needs "handOver" (a phone number or a URL)
            {'id':'a','kind':'date','earliest':'tomorrow'} | is not a date such as 2026-12-24
            {'group':'g','questions':[]} | is a group without questions
            {'group':'g','repeat':{'forEach':'a'},'questions':[{'id':'b','kind':'text'}]} | refers to question "a", which does not exist
            {'id':'a','kind':'text'},{'group':'g','repeat':{'answer':'a'},'questions':[{'id':'b','kind':'text'}]} | needs a number, but the answers to "a" are not numbers
            {'id':'a','kind':'text','next':'b'},{'group':'g','questions':[{'id':'b','kind':'text'}]} | which is inside the group "g"
            {'kind':'text'} | needs "id"
            """)
    void each_problem_is_found(String questions, String expected) {
        assertThat(problemsOf(questions))
                .anySatisfy(problem -> assertThat(problem).contains(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'every':'P1M'} | waves needs "most"
            {'most':6} | waves needs "every"
            {'every':'PT4H','most':6} | waves.every is "PT4H", which is not a number of days, weeks, months or years such as P1M
            {'every':'P0D','most':6} | waves.every is "P0D", which is not a number of days
            {'every':'P1M','most':1} | waves.most
            {'every':'P1M','most':6},'repeatable':true,'pause':1 | repeatable is true, but the waves of the survey repeat it already
            """)
    void problems_of_waves_are_found(String waves, String expected) {
        String json = "{'name':'x','questions':[{'id':'a','kind':'text'}],'waves':" + waves + "}";

        assertThat(problems(json.replace('\'', '"'), prompts()))
                .singleElement()
                .asString()
                .contains(expected);
    }

    private static List<String> warningsOf(String pattern) {
        String json = "{\"name\":\"x\",\"questions\":[{\"id\":\"a\",\"kind\":\"text\",\"pattern\":\""
                + pattern.replace("\\", "\\\\") + "\"}]}";
        return Survey.parse("survey.json", json, prompts()).warnings().stream()
                .map(Object::toString)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"((\\w+)+,?)+", "([A-Za-z]+[ -]?){1,4}"})
    void a_pattern_that_can_take_too_long_causes_a_warning(String pattern) {
        assertThat(warningsOf(pattern))
                .singleElement()
                .asString()
                .contains("questions[0].pattern is \"" + pattern + "\", which takes too long to match some texts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[A-Z]{2}\\d{4}", "(\\d{3}-)?\\d{4}", "[^@]+@[^@]+\\.[a-z]+", "\\w+( \\w+)*"})
    void a_simple_pattern_causes_no_warning(String pattern) {
        assertThat(warningsOf(pattern)).isEmpty();
    }

    @Test
    void options_that_match_the_same_word_are_a_problem() {
        String json =
                "{\"name\":\"x\",\"questions\":[{\"id\":\"c\",\"kind\":\"choice\",\"options\":[\"tea\",\"coffee\"]}]}";

        assertThat(problems(json, prompts("c.coffee", "TÉA")))
                .containsExactly(
                        "survey.json:1: questions[0].options has two options that match \"tea\" in en: tea and coffee");
        assertThat(problems(json, prompts("c.coffee.also", "one, brew")))
                .singleElement()
                .asString()
                .contains("has the option coffee, which matches \"one\" in en, also the number of another option");
        assertThat(problems(json, prompts("c.coffee", "Stop")))
                .singleElement()
                .asString()
                .contains("also the command to stop");
    }

    @Test
    void a_language_that_the_library_does_not_know_needs_its_own_words() {
        Prompts prompts = Prompts.builder(PromptSource.map(Map.of("sw", WORDS)))
                .defaultLanguage("sw")
                .build();

        assertThat(problems("{\"name\":\"x\",\"questions\":[{\"id\":\"a\",\"kind\":\"text\"}]}", prompts))
                .singleElement()
                .asString()
                .contains(
                        "has prompts in sw, a language without built-in sentences",
                        "\"fallbackLanguage\": \"en\"",
                        "or add 35 prompts, such as survey.alreadyCompleted",
                        "\"parlance check --missing sw\" prints all of them");
    }

    @Test
    void an_unknown_placeholder_is_found_in_any_variant_of_a_prompt() {
        String json =
                "{\"name\":\"x\",\"questions\":[{\"id\":\"c\",\"kind\":\"choice\",\"options\":[\"tea\",\"coffee\"]}]}";

        assertThat(problems(json, prompts("c.retry.2", "Once more, {name}")))
                .singleElement()
                .asString()
                .contains("uses the prompt \"c.retry.2\", which in en has the placeholder {name}");
        assertThat(problems(json, prompts("c.voice", "{c}?")))
                .singleElement()
                .asString()
                .contains("{c}");
        assertThat(problems(json, prompts("c.tea", "Tea of {c}")))
                .singleElement()
                .asString()
                .contains("{c}");
        assertThat(problems(json, prompts("survey.invalid.yesNo", "{x}?", "survey.oops", "x")))
                .containsExactly(
                        "map/en.json:1: \"survey.invalid.yesNo\" has the placeholder {x}, which is never filled",
                        "map/en.json:1: \"survey.oops\" is not the key of a sentence of this library");
    }

    @Test
    void invalid_json_is_reported_with_its_line() {
        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> Survey.parse("survey.json", "{\"name\":\n oops}", prompts()))
                .withMessageContaining("survey.json:2: is not valid JSON");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void broken_definitions_cause_only_survey_exceptions(long seed) throws IOException {
        Prompts prompts = Prompts.from(Path.of("src/test/resources/everything/prompts"));
        String good = Files.readString(Path.of("src/test/resources/everything/survey.json"));
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            StringBuilder broken = new StringBuilder(good);
            for (int j = random.nextInt(3); j >= 0; j--) {
                int at = random.nextInt(broken.length());
                String with = PIECES.get(random.nextInt(PIECES.size()));
                broken.replace(at, Math.min(broken.length(), at + random.nextInt(8)), with);
            }
            try {
                Survey.parse("survey.json", broken.toString(), prompts);
            } catch (SurveyException e) {
                assertThat(e.problems())
                        .as("seed %d, round %d: %s", seed, i, e.getMessage())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void a_newer_format_is_rejected() {
        assertThat(problems(
                        "{\"format\":2,\"name\":\"x\",\"questions\":[{\"id\":\"a\",\"kind\":\"text\"}]}", prompts()))
                .containsExactly("survey.json:1: format is 2, but this library reads formats up to 1");
    }

    @Test
    void the_builder_and_the_reader_create_equal_surveys() {
        Survey read = Survey.parse("survey.json", """
                {"name":"x","questions":[
                  {"id":"a","kind":"rating","least":1,"most":5},
                  {"id":"b","kind":"text","when":{"answer":"a","atMost":2},"optional":true}]}""", prompts());
        Survey built = Survey.builder("x")
                .prompts(prompts())
                .ask(
                        Question.rating("a", 1, 5),
                        Question.text("b").when(Condition.answer("a").atMost(2)).optional())
                .build();

        assertThat(built.questions()).isEqualTo(read.questions());
        assertThat(built.revision()).isEqualTo(read.revision());
    }

    @Test
    void the_builder_reports_the_same_problems() {
        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> Survey.builder("x")
                        .prompts(prompts())
                        .ask(Question.text("a").jumpTo("q9"))
                        .build())
                .withMessageContaining("x: questions[0].next goes to \"q9\", which does not exist");
    }

    @Test
    void a_change_that_breaks_running_sessions_is_found() {
        Survey older = Survey.builder("x")
                .prompts(prompts())
                .ask(Question.rating("a", 1, 5), Question.text("b"))
                .build();
        Survey narrower = Survey.builder("x")
                .prompts(prompts())
                .ask(Question.rating("a", 1, 3))
                .build();
        Survey wider = Survey.builder("x")
                .prompts(prompts("a", "Another wording?"))
                .ask(Question.rating("a", 1, 5), Question.text("b"), Question.choice("c", "tea", "coffee"))
                .build();

        assertThat(wider.incompatibilitiesWith(older)).isEmpty();
        assertThat(narrower.incompatibilitiesWith(older))
                .containsExactly(
                        "the question \"a\" accepts different answers: rating{least=1, most=3}, not rating{least=1, most=5}",
                        "the question \"b\" was removed");
        assertThat(wider.revision()).isNotEqualTo(older.revision());
    }
}
